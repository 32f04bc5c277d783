// What the outlets had published before the first morning, so that no front page begins empty. None speaks of Tala.
import type { OutletId, PressNote } from './stories.ts'

type BackIssue = {
  readonly at: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly section?: string
  readonly byline?: string
}

const BACK_ISSUES: Readonly<Record<OutletId, readonly BackIssue[]>> = {
  correo: [
    {
      at: '2026-10-27T12:10',
      section: 'Cultura',
      byline: 'Redacción',
      title: 'Así se prepara la calabaza en tacha que no se aguada',
      paragraphs: [
        'Doña Elvira Montes lleva cuarenta años vendiendo calabaza en tacha y dice que el secreto no está en el piloncillo, sino en el agua con cal. “Media hora, ni un minuto más; si la dejas de más, queda como piedra”, advierte mientras parte una de castilla con machete.',
        'Después del remojo se enjuaga tres veces, se pone con la pulpa hacia abajo y se baña con una miel de piloncillo, canela y cáscara de naranja. Se tapa con hojas de higuera. La suya sale del cazo a las cuatro de la tarde y a las seis ya no hay.',
      ],
    },
    {
      at: '2026-10-29T09:40',
      section: 'Deportes',
      byline: 'Redacción',
      title: 'La final de la liga de los domingos se jugará a puerta abierta',
      paragraphs: [
        'Deportivo Refacciones y Atlético Panaderos se verán el domingo a las once de la mañana en la final de la liga de veteranos, después de empatar a dos en el partido de ida.',
        'El trofeo lo donó la familia de don Lupe Arana, fundador de la liga, que murió en abril. Los dos equipos saldrán con un listón negro en la manga.',
      ],
    },
  ],
  diario: [
    {
      at: '2026-10-26T06:30',
      section: 'Economía',
      byline: 'Mauricio Ledezma Ruiz',
      title: 'El agave baja a ocho pesos el kilo y los productores guardan la planta',
      paragraphs: [
        'El precio del kilo de agave cayó a ocho pesos, la cuarta parte de lo que se pagaba hace tres años, y los productores pequeños han decidido no cortar. “Nos sale más caro el flete que lo que nos dan”, resume Eustacio Robles, que tiene once hectáreas en las faldas del volcán.',
        'Los industriales aseguran que la sobreoferta durará por lo menos dos ciclos. Las plantas que se sembraron en 2020, cuando todos quisieron ser agaveros, apenas empiezan a madurar.',
        'La planta espera, pero no para siempre: a los ocho años, si no se jima, echa quiote y pierde el azúcar.',
      ],
    },
    {
      at: '2026-10-29T06:10',
      section: 'Cultura',
      byline: 'Leonor Anguiano',
      title: 'Quedan nueve organilleros en el estado y ninguno tiene aprendiz',
      paragraphs: [
        'El más joven tiene 58 años. El mayor, 81, y todavía sube el instrumento de 25 kilos al camión para trabajar los domingos junto a la catedral. Son nueve los organilleros que registró la universidad en un censo que tardó dos años.',
        'Los aparatos, alemanes casi todos, ya no tienen quien los afine. Una casa de Bremen pidió por reparar uno más de lo que su dueño gana en catorce meses.',
      ],
    },
  ],
  sol: [
    {
      at: '2026-10-27T13:20',
      section: 'Espectáculos',
      byline: 'Patricia Covarrubias',
      title: 'Anuncian ciclo de cine mudo con piano en vivo',
      paragraphs: [
        'El ciclo “Sombras que suenan” llevará seis películas mudas mexicanas a las plazas de la región durante el invierno, acompañadas al piano por Deborah Silberer, informaron los organizadores.',
        'La primera función será con El automóvil gris, la serie de 1919 sobre una banda de asaltantes que se movía en un Fiat robado.',
      ],
    },
    {
      at: '2026-10-29T11:45',
      section: 'Policiaca',
      byline: 'Ramón Ascencio Villa',
      title: 'Recupera la Fiscalía tres tractores robados en Sinaloa',
      paragraphs: [
        'Agentes investigadores localizaron en una bodega tres tractores con reporte de robo en Culiacán, valuados en más de cuatro millones de pesos. No hubo personas detenidas.',
        'Las máquinas tenían los números de serie limados, pero conservaban el rastreador satelital que su dueño había pagado sin decírselo a nadie.',
      ],
    },
  ],
  canaveral: [
    {
      at: '2026-10-26T19:30',
      section: 'Local',
      title: 'Se robaron el burro de la pastorela y el ladrón lo devolvió peinado',
      paragraphs: [
        'Nadie se explica cómo alguien se lleva un burro de 180 kilos sin que se entere la cuadra. El caso es que el Sabino, que cada diciembre carga a la Virgen en la pastorela, desapareció el jueves y amaneció el domingo en el mismo corral, cepillado y con moño.',
        'Su dueño no va a denunciar. “Me lo trajeron más gordo”, dijo.',
      ],
    },
    {
      at: '2026-10-28T20:05',
      section: 'Colonias',
      title: 'El tendero que fía con libreta y cobra con versos',
      paragraphs: [
        'En la tienda de don Casimiro hay 212 cuentas abiertas y ninguna computadora. Cuando alguien se atrasa, don Casimiro no llama ni amenaza: pega en la puerta una décima con las iniciales del deudor.',
        'Dice que la morosidad le bajó a la mitad y que tiene clientes que se atrasan nada más para ver qué les escribe.',
      ],
    },
  ],
  cuisillos: [
    {
      at: '2026-10-25T18:00',
      title: 'Se busca gatita tricolor',
      paragraphs: [
        'Se salió el viernes en la noche por el susto de los cohetes. Es chiquita, de tres colores, y trae un collar verde con cascabel. Responde a Mota, bueno, cuando quiere.',
        'Si la ven, por favor no la correteen, háblennos y vamos por ella. Se gratifica con tamales.',
      ],
    },
    {
      at: '2026-10-28T19:15',
      title: 'Gracias a los que ayudaron con la rifa',
      paragraphs: [
        'Ya se juntó para la silla de ruedas de don Melquiades!! Se vendieron los 300 boletos y hasta sobró para el flete. El cochinito se lo ganó la maestra Tina, que luego luego dijo que lo dona para el convivio.',
        'De corazón gracias a todos, así si da gusto ser vecinos.',
      ],
    },
  ],
  ruta70: [
    {
      at: '2026-10-27T08:12',
      section: 'Carreteras',
      title: 'Sube 4% el peaje en la autopista a Tepic desde el domingo',
      paragraphs: [
        'A partir del primer minuto del domingo, un automóvil pagará 14 pesos más por recorrer la autopista completa. Los autobuses, 27. Los tráileres de nueve ejes, 61.',
        'El telepeaje conserva el descuento de 5 por ciento.',
      ],
    },
    {
      at: '2026-10-29T17:50',
      section: 'Alertas',
      title: 'Tráiler cargado de jitomate vuelca en la autopista; hay paso por un carril',
      paragraphs: [
        'Un tráiler que llevaba 22 toneladas de jitomate volcó en el kilómetro 61 de la autopista a Tepic. El conductor salió ileso. Se circula por un carril y la fila es de tres kilómetros.',
        'Si puede, espere una hora o use la libre.',
      ],
    },
  ],
  ingenio: [
    {
      at: '2026-10-29T07:30',
      section: 'Bagazo',
      byline: 'Fermín Loza',
      title: 'Elogio de la siesta',
      paragraphs: [
        'Un médico noruego acaba de descubrir, con ratones y con dinero público, que dormir veinte minutos después de comer alarga la vida. Mi tía Consuelo lo descubrió sin ratones en 1952 y se murió de 97 años, dormida.',
        'La siesta es la última propiedad comunal que nos queda. No se vende, no se hereda, no paga impuestos. Cada quien la trabaja en su parcela y a nadie se le ocurre cercarla.',
        'Por eso desconfío de los hombres que presumen de no dormir. Algo traman, o algo deben.',
      ],
    },
    {
      at: '2026-10-29T08:00',
      section: 'A fondo',
      byline: 'Beatriz Olmedo Pinto',
      title: 'El último relojero de torre',
      paragraphs: [
        'Sube 84 escalones dos veces por semana, a los 76 años, con una lata de aceite y un trapo. Abundio Cárdenas cuida los relojes de once iglesias y ninguno de ellos se ha parado más de un día desde 1981.',
        '“El reloj de torre no se descompone: se siente solo”, dice. Lo aprendió de su padre, que lo aprendió de un jesuita. Cuando él falte, no sabe quién va a subir.',
      ],
    },
  ],
  canal6: [
    {
      at: '2026-10-26T19:00',
      title: 'El señor que colecciona hieleras de cantina | Historias de aquí',
      paragraphs: [
        'Don Nabor tiene 340 hieleras de cantina y sabe de dónde salió cada una. Nos abrió la puerta de su cochera y nos contó por qué la más fea es la que no vende por ningún dinero. Suscríbete y activa la campanita.',
      ],
    },
    {
      at: '2026-10-28T19:20',
      title: '¿Cómo se hace el papel picado con martillo y cincel?',
      paragraphs: [
        'Cincuenta pliegos de un solo golpe: así trabaja la familia Arreola en su taller, donde tres generaciones calan papel de China para los altares de todo el estado. Mira hasta el final, que nos dejaron intentarlo y nos salió un fantasma.',
      ],
    },
  ],
  momento: [
    {
      at: '2026-10-28T07:20',
      title: '🥶 Saque el suéter.',
      paragraphs: [
        '🥶 Saque el suéter. El termómetro va a bajar a 9 grados en la madrugada del viernes, según el pronóstico. A mediodía otra vez calorón de 29. Clásico: sales tapado y regresas cargando la chamarra. 🧥',
      ],
    },
    {
      at: '2026-10-29T21:40',
      title: '⚽ ¡Qué partidazo!',
      paragraphs: [
        '⚽ ¡Qué partidazo! Remontada en tiempo agregado y boleto a la liguilla. El portero lloró, el técnico lloró, nosotros también. Mañana nadie trabaja (es broma, jefe). 😅',
      ],
    },
  ],
  radio: [
    {
      at: '2026-10-27T09:30',
      section: 'Cultura',
      byline: 'Redacción Radio Valles',
      title: 'La hora ranchera cumple treinta años con el mismo locutor',
      paragraphs: [
        'Don Hilario Peña entró a la cabina un 27 de octubre para suplir a un compañero enfermo de la garganta y se quedó treinta años. Esta mañana lo festejamos al aire con mariachi, pastel y una llamada que lo hizo callar por primera vez: era su maestra de primaria.',
        'El programa sigue de lunes a sábado, a las tres de la tarde.',
      ],
    },
    {
      at: '2026-10-29T10:05',
      section: 'Salud',
      byline: 'Redacción Radio Valles',
      title: 'Cómo distinguir un resfriado de la influenza, según la doctora Amparo Ruelas',
      paragraphs: [
        'La doctora Amparo Ruelas contestó al aire diecisiete preguntas del público. La regla que dejó es sencilla: el resfriado avisa y la influenza atropella. Si la fiebre sube de golpe y duele hasta el pelo, no es catarro.',
        'Pidió no tomar antibióticos que sobraron de otra vez y ventilar la casa aunque haga frío.',
      ],
    },
  ],
  red: [
    {
      at: '2026-10-28T14:30',
      section: 'Universidades',
      byline: 'Red Jalisco',
      title: 'Descubren en la Barranca una planta que sólo florece de noche',
      paragraphs: [
        'Guadalajara, Jal.- Investigadores de la universidad pública describieron una especie de flor nocturna que crece en las paredes de la Barranca de Huentitán y que hasta ahora se confundía con otra de hábito diurno.',
        'La planta abre sus pétalos entre las ocho de la noche y las cuatro de la mañana y la poliniza un murciélago. Se han contado 211 ejemplares.',
      ],
    },
    {
      at: '2026-10-29T15:10',
      section: 'Estado',
      byline: 'Red Jalisco',
      title: 'Llegará el primer frente frío fuerte de la temporada el fin de semana',
      paragraphs: [
        'Guadalajara, Jal.- El instituto de meteorología de la universidad pronosticó un descenso de hasta siete grados en las zonas altas de la entidad a partir de la madrugada del viernes.',
        'En la sierra de Manantlán se esperan mínimas de tres grados, sin lluvia.',
      ],
    },
  ],
  occidente: [
    {
      at: '2026-10-28T20:30',
      section: 'Jalisco',
      byline: 'Fernanda Lomelí',
      title: 'Un tren de juguete de 1934 vuelve a rodar en el Museo del Niño',
      paragraphs: [
        'Durante medio siglo estuvo en cajas, con las ruedas oxidadas y la locomotora sin caldera. Desde ayer, el tren de hojalata que una familia alemana trajo a Guadalajara en 1934 vuelve a dar vueltas en una sala del Museo del Niño.',
        'La restauración tardó tres años y la hizo un relojero jubilado que no cobró. Pidió, a cambio, manejarlo él la primera vez.',
      ],
    },
    {
      at: '2026-10-29T18:45',
      section: 'Cultura',
      byline: 'Ignacio Partida',
      title: 'La orquesta abrirá su temporada con una obra perdida de 1911',
      paragraphs: [
        'La partitura apareció en un armario del conservatorio, detrás de unas cortinas. Es un concierto para chelo de un compositor tapatío del que no se conservaba una sola nota, y será lo primero que toque la orquesta en su temporada de otoño.',
      ],
    },
  ],
  tribuna: [
    {
      at: '2026-10-28T13:15',
      section: 'Virales',
      byline: 'Redacción',
      title: 'Perrito se sube solo al tren ligero y se baja en la misma estación todos los días',
      paragraphs: [
        'Los usuarios le dicen el Inspector. Sube a las siete y diez, se acomoda junto a la puerta y se baja en Juárez. Por la tarde hace el camino de regreso.',
        'Nadie sabe a qué va. Su video ya tiene dos millones de reproducciones.',
      ],
    },
    {
      at: '2026-10-29T15:30',
      section: 'Jalisco',
      byline: 'Red Jalisco',
      title: 'Llegará el primer frente frío fuerte de la temporada el fin de semana',
      paragraphs: [
        'Guadalajara, Jal.- El instituto de meteorología de la universidad pronosticó un descenso de hasta siete grados en las zonas altas de la entidad a partir de la madrugada del viernes.',
        'En la sierra de Manantlán se esperan mínimas de tres grados, sin lluvia.',
      ],
    },
  ],
  zapopan: [
    {
      at: '2026-10-27T11:00',
      section: 'Cultura',
      title: 'Abre la primera biblioteca de herramientas: se presta un taladro como si fuera novela',
      paragraphs: [
        'Con una credencial y sin pagar un peso, cualquier vecino puede llevarse a su casa un taladro, una escalera o una sierra caladora durante cinco días. La biblioteca de herramientas abrió en un local de la colonia Constitución con 130 piezas donadas.',
        'Lo más pedido en la primera semana fue la pistola de silicón.',
      ],
    },
    {
      at: '2026-10-29T12:20',
      section: 'Clima',
      title: 'Octubre cierra con la mitad de la lluvia esperada',
      paragraphs: [
        'El pluviómetro de Los Colomos juntó 31 milímetros en el mes, la mitad de lo normal. El temporal se fue temprano, resumió el observatorio de la universidad.',
      ],
    },
  ],
  observador: [
    {
      at: '2026-10-24T10:30',
      section: 'Opinión',
      byline: 'Saúl Barragán',
      title: 'Contra los que aplauden cuando aterriza el avión',
      paragraphs: [
        'Se aplaude al músico, que pudo equivocarse y no quiso. Al piloto no: el piloto aterriza porque también va adentro. Empiezo por ahí para hablar de algo más serio, que es la costumbre de agradecer lo que nos deben.',
        'Agradecemos que la ventanilla abra a la hora, que el camión pare, que el doctor nos mire a la cara. Un día vamos a pagar por eso.',
      ],
    },
    {
      at: '2026-10-25T11:10',
      section: 'Denuncia',
      byline: 'Observador',
      title: 'Cobran por usar el baño en la central de autobuses aunque el boleto ya lo incluye',
      paragraphs: [
        'El contrato de la línea lo dice en la página cuatro: el pasaje da derecho a sanitario. En la central, sin embargo, hay un torniquete y una señora que no da recibo. Siete pesos por persona.',
        'Preguntamos a la empresa. Contestó que lo va a revisar.',
      ],
    },
    {
      at: '2026-10-27T09:45',
      section: 'Opinión',
      byline: 'Saúl Barragán',
      title: 'La gramática del “ahorita”',
      paragraphs: [
        'Ningún diccionario ha podido con ella. Ahorita es ya, es luego y es nunca, según quién lo diga y desde qué silla. El poder, que sabe idiomas, sólo la usa en la tercera acepción.',
      ],
    },
    {
      at: '2026-10-28T10:20',
      section: 'Denuncia',
      byline: 'Observador',
      title: 'Trece semanas esperando una cita para la licencia federal de chofer',
      paragraphs: [
        'Los operadores de carga entran a la página a medianoche, cuando se abren los lugares, y a los cuatro minutos ya no hay. En los grupos de mensajería se venden a 1,500 pesos.',
      ],
    },
    {
      at: '2026-10-29T09:15',
      section: 'Opinión',
      byline: 'Rebeca Santoyo',
      title: 'Mi abuela y el algoritmo',
      paragraphs: [
        'Mi abuela no sabe qué es un algoritmo, pero tiene uno: a cada nieto le sirve según lo que comió la última vez. La diferencia con los otros es que el suyo quiere que nos levantemos de la mesa.',
      ],
    },
  ],
  gobierno: [
    {
      at: '2026-10-28T10:00',
      section: 'Boletines',
      title: 'Recomendaciones para la temporada de frío',
      paragraphs: [
        'Ante el descenso de la temperatura se recomienda abrigar a niñas, niños y personas mayores, no encender braseros en cuartos cerrados y revisar las conexiones de gas antes de usar calentadores.',
        'Quienes tengan mascotas deben ofrecerles un lugar seco y agua limpia.',
      ],
    },
  ],
}

/** The back issues as notes; their truth is that none is about the municipality. */
export function listBackIssues(): PressNote[] {
  return (Object.entries(BACK_ISSUES) as [OutletId, readonly BackIssue[]][]).flatMap(([outlet, issues]) =>
    issues.map((issue, index) => ({
      id: `antes-${outlet}-${index + 1}`,
      storyId: `antes-${outlet}-${index + 1}`,
      outlet,
      at: issue.at,
      section: issue.section ?? null,
      byline: issue.byline ?? null,
      title: issue.title,
      standfirst: null,
      paragraphs: issue.paragraphs,
      truth: { ours: 'no', tone: null, prominence: null, pickup: null },
    })),
  )
}
