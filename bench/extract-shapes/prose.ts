// A language → sentences of a note in it, for pages written by hand.

export type Language = 'es' | 'en' | 'de' | 'fr' | 'pt' | 'it' | 'nl' | 'pl'

/** Four paragraphs of one note in each language, with its title first. */
export const NOTES: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'Vecinos de La Cañada reabren el puente que tiró la creciente',
    'Vecinos de La Cañada reabrieron este jueves el puente peatonal que la creciente de agosto había tirado, con madera donada por los aserraderos de la sierra.',
    'La obra tomó tres fines de semana y la mano de sesenta personas; el municipio puso la herramienta y un ingeniero que revisó los amarres antes de dar el paso.',
    '“Mis hijos caminaban una hora más para llegar a la escuela”, contó Amalia Robles, quien vive del otro lado del río y vende pan en la plaza.',
    'Para enero está prevista una segunda etapa, con barandal de acero y alumbrado solar, si el cabildo aprueba el gasto en su próxima sesión ordinaria.',
  ],
  en: [
    'Volunteers reopen the footbridge that the flood carried off',
    'Volunteers on Thursday reopened the footbridge that the August flood had carried off, using timber given by three sawmills further up the valley.',
    'The work took three weekends and about sixty pairs of hands, with the council lending tools and an engineer who checked each joint before anyone crossed.',
    '“My children walked an extra hour to get to school,” said Anna Miller, who lives across the river and sells bread at the weekly market.',
    'A second stage is planned for January, with a steel rail and solar lamps, provided that councillors approve the spending at their next ordinary meeting.',
  ],
  de: [
    'Freiwillige öffnen den Steg wieder, den die Flut mitnahm',
    'Freiwillige haben am Donnerstag den Fußgängersteg wieder geöffnet, den die Flut im August mitgerissen hatte; das Holz stifteten drei Sägewerke aus dem Tal.',
    'Drei Wochenenden und rund sechzig Helfer brauchte die Arbeit, die Gemeinde lieh Werkzeug und einen Ingenieur, der jede Verbindung prüfte.',
    '„Meine Kinder mussten eine Stunde länger zur Schule laufen“, sagte Anna Möller, die auf der anderen Seite des Flusses lebt und Brot verkauft.',
    'Im Januar soll ein zweiter Abschnitt mit Stahlgeländer und Solarlampen folgen, sofern der Gemeinderat die Ausgaben in seiner nächsten Sitzung billigt.',
  ],
  fr: [
    'Des bénévoles rouvrent la passerelle emportée par la crue',
    'Des bénévoles ont rouvert jeudi la passerelle que la crue du mois d’août avait emportée, avec du bois offert par trois scieries de la vallée.',
    'Le chantier a pris trois fins de semaine et une soixantaine de personnes, la commune prêtant ses outils et un ingénieur qui a vérifié chaque assemblage.',
    '« Mes enfants marchaient une heure de plus pour aller à l’école », raconte Anne Meunier, qui habite l’autre rive et vend du pain au marché.',
    'Une deuxième étape est prévue en janvier, avec une rambarde en acier et des lampes solaires, si le conseil approuve la dépense à sa prochaine séance.',
  ],
  pt: [
    'Voluntários reabrem a passarela levada pela enchente',
    'Voluntários reabriram nesta quinta a passarela que a enchente de agosto havia levado, com madeira doada por três serrarias da região.',
    'O trabalho levou três fins de semana e umas sessenta pessoas; a prefeitura emprestou ferramentas e um engenheiro que conferiu cada encaixe.',
    '“Meus filhos andavam uma hora a mais para chegar à escola”, contou Ana Moreira, que mora do outro lado do rio e vende pão na feira.',
    'Uma segunda etapa está prevista para janeiro, com corrimão de aço e luz solar, se a câmara aprovar o gasto na próxima sessão.',
  ],
  it: [
    'I volontari riaprono la passerella portata via dalla piena',
    'I volontari hanno riaperto giovedì la passerella che la piena di agosto aveva portato via, con il legno donato da tre segherie della valle.',
    'Il lavoro ha richiesto tre fine settimana e una sessantina di persone; il comune ha prestato gli attrezzi e un ingegnere che ha controllato ogni giunto.',
    '«I miei figli camminavano un’ora in più per andare a scuola», racconta Anna Mulino, che vive oltre il fiume e vende pane al mercato.',
    'Una seconda fase è prevista a gennaio, con un parapetto in acciaio e luci solari, se il consiglio approverà la spesa nella prossima seduta.',
  ],
  nl: [
    'Vrijwilligers openen de loopbrug die het water meenam',
    'Vrijwilligers hebben donderdag de loopbrug heropend die het hoge water in augustus had meegenomen, met hout van drie zagerijen uit de streek.',
    'Het werk kostte drie weekenden en zestig paar handen; de gemeente leende gereedschap en een ingenieur die elke verbinding controleerde.',
    '“Mijn kinderen liepen een uur langer naar school”, vertelt Anna Molenaar, die aan de overkant woont en brood verkoopt op de markt.',
    'In januari volgt een tweede fase met een stalen leuning en zonnelampen, als de raad de uitgave in de volgende vergadering goedkeurt.',
  ],
  pl: [
    'Wolontariusze otwierają kładkę, którą zabrała powódź',
    'Wolontariusze otworzyli w czwartek kładkę, którą sierpniowa powódź zabrała z prądem, a drewno podarowały trzy tartaki z doliny.',
    'Praca zajęła trzy weekendy i sześćdziesiąt par rąk, a gmina pożyczyła narzędzia i inżyniera, który sprawdził każde połączenie.',
    '„Moje dzieci szły do szkoły godzinę dłużej”, opowiada Anna Młynarska, która mieszka za rzeką i sprzedaje chleb na targu.',
    'W styczniu ma powstać drugi etap ze stalową poręczą i lampami słonecznymi, jeśli rada zatwierdzi wydatek na następnej sesji.',
  ],
}

/** The title of a language's note and its paragraphs. */
export function noteIn(language: Language): { readonly title: string; readonly texts: readonly string[] } {
  const [title = '', ...texts] = NOTES[language]
  return { title, texts }
}
