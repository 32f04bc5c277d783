// Stems of municipal news by what they do in a sentence, whoever does it; folded, `*` ends a prefix of three letters or more.

/** What a word does in a sentence: alone it says little; in order with the others it says who comes out well. */
export type PlainClass =
  | 'da'
  | 'daña'
  | 'baja'
  | 'sube'
  | 'falta'
  | 'bien'
  | 'mal'
  | 'honra'
  | 'tacha'
  | 'queja'
  | 'elogio'
  | 'aviso'
  | 'suceso'
  | 'prueba'
  | 'sorna'
  | 'dinero'
  | 'demora'
  | 'pariente'

export const PLAIN_CLASSES: Readonly<Record<PlainClass, string>> = {
  /* verbs by which a government gives, builds, mends, heals or keeps its word */
  da: `
    entreg* inaugur* estren* constru* rehabilit* moderniz* repar* arregl* instal* dot* equip* capacit* pavim* ilumin* limpi* rescat* salv* proteg*
    atiend* atend* apoy* beca becan becar* otorg* ofrec* regal* repart* condon* ampli* abre abren abrio abrira reabr* habilit* financi* gan* logr*
    obtien* obtuv* obten* consig* consigu* cumpl* recuper* reforest* siembra* sembr* resuelv* resolv* conect* digitaliz* acerc* dignific* restaur*
    remodel* embellec* brind* dona donan dono donar* repon* repus* sustituy* renov* refuerz* reforz* acondicion* adquier* adquir* gestion* impuls*
    foment* promuev* garantiz* asegur* fumig* vacun* esteriliz* desazolv* bache* pint* senaliz* rotul* asesor* orient* capt* atra* acog* hosped*
    hereda* devuelv* devolv* restituy* regulariz* titul* escritur* emple* contrat* subsidi* premi* estimul* invert* inviert* destin* aport* paga
    pagara pagan salda saldan liquid* cubr* facilit* simplific* agiliz* resguard* vigil* auxili* socorr* cuid* aliment* abastec* surt* dispon* pone*
    puso arranc* conclu* termin* complet* transform* conviert* convirt* reubic* adopt* integr* suma suman sumo sana cura curan rehidrat* imparte*
    imparten enseñ* alfabetiz* preserv* conserv* reactiv* revitaliz* revierte detuv* deten* detien* captur* desmantel* decomis* asegura* localiz*
    entren* dirig* traz* teje hermana estabiliz* blind*`,
  /* verbs by which somebody harms, takes, hides or breaks his word */
  daña: `
    golpe* amenaz* desaloj* despid* despoj* cobr* mult* neg* nieg* ocult* escond* desvi* malgast* derroch* despilfarr* abandon* olvid* ignor*
    incumpl* falla fallan fallo fallaron pierd* perd* tira tiran tiro tirar* quema queman quemo contamin* destru* derrib* demuel* demol* tala talan
    talo reprim* encarcel* extors* mient* minti* engañ* manip* maquill* infl* encarec* endeud* adeud* debe deben debia simul* inventa* acapar* saque*
    malvers* falsific* alter* condicion* excluy* discrimin* humill* ofend* insult* agred* tortur* mat* viol* acos* hostig* intimid* censur* espia*
    persig* cerr* cierr* clausur* suspend* cancel* quit* recort* retir* retien* retuv* arrebat* invad* vend* remat* privatiz* favorec* encubr* solap*
    toler* permit* tapa tapan evad* elud* viaj* pase* presum* promet* posa inunda* ensuci* apest* colaps* derrumb* desplom* rompe rompen rompio
    descompon* descompus* estanc* paraliz* arrumb* echa echan echo avienta* bot* desperdici* deja dejan dejo dejaron niega revict* maltrat* sobrepas*
    exced* reprueb* reprob* improvis* imit* copi* plag* usa usan uso utiliz* gasta gastan gasto tard* demor* retras* aplaz* posterg* burl* desoy*
    desaten* desdeñ* margin* segreg*`,
  /* what goes down */
  baja: `
    baj* reduc* reduj* abat* dismin* cae caen cayo cayeron caida desciend* descend* acab* elimin* erradic* evit* previen* preven* combat* fren* libr*
    ahorr* menos menor mitad sale salen salio salir supera superan supero vence venc* contien* contuv* control* sofoc* apag* alivi* atenu* adelgaz*
    borr* fin finaliz* adios jubil* desaparec*`,
  /* what goes up */
  sube: `
    sub* aument* crec* increment* dispar* multiplic* duplic* triplic* record alza alzas repunt* agrav* empeor* recrudec* acumul* mas mayor doble
    triple extiend* amplifica* encima desbord* rebas* reincid* vuelv* volvio otra otro otras nuevamente sigue siguen persist* continu* tercer* cuart*
    quint*`,
  /* want and negation */
  falta: `
    sin falt* carec* ningun ninguna ninguno nadie cero ni no escas* insufic* desabast* jamas nunca tampoco apenas nada vaci* desiert* ausen*
    inconclus* incomplet* pendient* nul* agot* sol* medio medias inexist* caren* huerfan* desprovist*`,
  /* what people want */
  bien: `
    agua luz salud hospital* clinic* medic* doctor* enfermer* beca becas escuel* primaria* secundaria* prepa* universi* bibliotec* emple* trabajo
    seguridad transparen* parque* jardin* cultur* museo* teatro* obra obras camin* carreter* calle* banquet* drenaj* alumbr* luminari* ambulanc*
    patrull* salari* sueldo* aguinald* permis* tramit* estudi* mantenim* vigilan* respuest* soluc* apoyo* despens* vivienda* casa casas techo*
    tinaco* estuf* guarderia* comedor* mercad* rastro* panteon* cancha* alberca* ciclovia* puente* transport* internet justicia paz vida bosque*
    arbol* rio laguna* playa* aire fauna semaforo* camara* pozo* planta* medicina* vacuna* lentes protes* utiles uniform* zapat* semill* fertiliz*
    maquinaria tractor* credit* prestamo* seguro pension* derecho* inclus* igualdad equidad paridad deport* musica feria festiv* turis* inversion*
    libertad higiene orden limpieza cercania atencion servicio* cobertura acceso familia* niñ* muj* jovenes ancian* vecin* mascot* animal* peces
    mariposa* tortuga*`,
  /* what nobody wants */
  mal: `
    robo* delit* deuda* bache* hoyo* fuga* basura* accident* muert* violenc* crimen pobre* enferm* dengue incend* inundac* corrup* queja* moros*
    rezag* analfabet* deserc* fila filas plaga* maltrat* acoso* adicc* drog* alcohol* homicid* feminicid* secuestr* extorsion* asalt* pandill*
    riesgo* contamin* ruido* peste hedor lodo polvo humo escombro* maleza zancudo* mosquit* mosco* ratas cucarach* chatarra grafiti* ahogad* caidos
    heridos lesionad* victim* damnific* desnutric* hambre sequia sed oscuridad inseguridad impunidad abuso* despojo* desvio* faltante* moche*
    mordida* soborno* fraud* trampa* irregularidad* anomal* observacion* adeudo* recargo* multa* cobro* impuesto* tarifa* desempleo marginacion
    discrimin* tandeo* apagon* corte cortes tiradero* coladera* socavon* grieta* gotera* ruina* burocra* coyot* aviador* conflict* pleito* desastr*
    emergenc* contingenc* crisis desorden caos epidemia brote intoxic* suicid* desaparicion* desaparecid* atropell* choques reprobad* obesidad
    diabetes mortalidad hacinamiento invasion* tala incendios arsenico plomo amianto azolve lirio sargazo llanto dolor tristeza soledad panico terror
    miedo`,
  /* awards and praise of quality */
  honra: `
    mejor mejores primer primera primeros ejempl* modelo destac* sobresal* lider lidera encabez* puntual* eficien* eficaz eficac* gratuit* gratis
    modern* nuev* dign* segur* excel* premio* galard* distinc* medalla* reconocim* certific* acredit* aprueb* aprob* impecab* intachab* honest*
    honrad* transparent* rapid* pront* oportun* inmediat* ordenad* limpi* hermos* bell* bonit* preci* lind* padr* chid* genial* increib* estupend*
    maravill* fantast* orgull* histor* inedit* pioner* innov* referente vanguardia unico unica top finalist* campe* oro plata bronce diez 100 exit*
    triunf* victor* heroe* heroin* amabl* atent* human* sensib* solidari* generos* capaz capaces profesional* prepar* tranquil* san* salv* ilesos
    ileso vivo viva vivos contento* contenta* feliz felices satisf* crecim* superavit avance* progres* record* liston ovacion* lucen luce`,
  /* what makes a thing shameful */
  tacha: `
    peor* pesim* mal mala malo malas malos carisim* caro cara caros rot* inserv* oxid* suci* oscur* viej* inutil* venc* caduc* fantasma* profug*
    opac* turbi* sospech* dudos* irregular* ilegal* clandest* arbitrar* abusiv* prepot* cinic* inept* negligent* omis* indolent* indiferent* sord*
    cieg* insensib* corrupt* ratero* ladron* transa* tranza* mentiros* hipocr* torpe* lent* flojo* floja* hueco hueca falso falsa falsos chafa*
    pirata patito improvis* absurd* ridicul* vergon* indign* triste* penos* lamentab* deplorab* desastros* catastrof* fatal horrib* terrib* feo fea
    asquer* podrid* hediond* apestos* agujer* cuartead* chuec* tuert* desvencij* arrumbad* descompuest* abandonad* olvidad* enano raquitic* injust*
    inhuman* cruel* brutal* salvaj* excesiv* inflad* injustific* inexplic* sobreprecio* elefante cuento farsa circo show puro pura puros puras
    simulacion* capricho* ocurrencia* berrinche* lujo* ostent* derroche* colador verguenza deshonra burla papel`,
  /* who complains, accuses or demands */
  queja: `
    acus* denunc* reclam* exig* reproch* critic* cuestion* lament* protest* señal* tund* exhib* rechaz* demand* quej* inconform* molest* indign*
    hart* enoj* furios* repudi* abuche* rechifl* impugn* amparo* ampar* plant* bloque* manifest* marcha marchan toman tomaron paro huelga renuncia
    advier* advirt* alert* tach* tild* desment* desmient* contradic* emplaza* urg* pid* piden pidio ruega* suplic* imploran recomendacion* sancion*
    condena condenan responsabiliz* culp* imput* revel* destap* evidenc* documenta* descubr* detect* observ* audit* investig* indag* comparec*
    destitu* cesen cese inhabilit* carpetazo impun* escandal* polemic*`,
  /* who thanks, praises or vouches */
  elogio: `
    agradec* agradezco gracias celebr* aplaud* aplaus* felic* elogi* avala avalan avalo certif* verific* constat* comprueb* comprob* ratific*
    confirm* respald* bravo enhorabuena bendic* admir* aclam* vitore* festej* ponder* resalt* encomi* orgullos* chapeau encantad* amo amor recomiend*`,
  /* plain administration */
  aviso: `
    convoc* sesion* inform* public* firm* nombr* reun* anunc* design* rendir* rinde present* horari* lunes martes miercoles jueves viernes sabado*
    domingo* enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre fecha plazo registro inscripc* requisit*
    modulo* ventanill* oficina* sede cambi* traslad* titular comite* consej* dictam* acuerd* reglament* presupuest* plan programa* proyecto*
    convenio* licitac* asamblea* gira visita* asist* acud* encuentr* dialog* platic* analiz* evalu* revis* estudiar* aplicar* iniciar* inici* comenz*
    comienz* realiz* lista calendario vialidad* ruta* desfile* simulacro* mantenimiento hasta partir proxim* mañana hoy tarde`,
  /* events that merely happen */
  suceso: `
    asesin* choc* volc* vuelc* balac* balead* ejecut* apuñal* cadaver* osament* restos cuerpo encobij* sismo tembl* terremoto huracan tromba* granizo
    rayo inundo desbord* derrumbe explot* explos* incendi* flamazo quemad* electrocut* ahog* extravi* raptan plagi* levant* secuestr* roban robaron
    asaltan hallan hallaron encuentran localizan mueren muere murio fallec* herido atropella arrolla* embist* riña* pelea enfrent* intoxicad* picad*
    mordid* ataca* aparece lluv* viento* helad* nevad* plaga`,
  /* who proves it */
  prueba: `
    auditor* fiscal* tribunal* juez* jueza* peritaj* laboratori* oms ops unesco onu inegi contralor* contador* despacho* cndh copred conapred asf sat
    hacienda inai notari* universidad academ* expert* especialist* ingenier* obispo parroc* vecin* padres madres usuari* alumn* maestr* comerciant*
    regidor* oposicion diputad* senador* gobernador* sindicato* trabajador* colectiv* activist* ong organizacion* ambientalist* periodist* reporter*
    video videos foto fotos encuesta* estudio informe`,
  /* turns of mockery */
  sorna: `
    vaya que tan tanto tanta felicidades felicitaciones tranquil* preocup* ahora resulta pues claro obvio seguramente segun dizque supuest* milagro*
    milagros* magia magic* misterio* genio* genial* brillant* joya joyita perla monumento estatua medalla record guinness olimp* oscar nobel premio
    campeones lujo* vip turist* atractivo spa alberca venecia luna marte crater* safari museo arte moderno* vanguardia innov* estilo moda boutique
    gourmet cuento* novela magos houdini sherlock indiana superheroe* invisible* transparent* evapor* desapareci* fina fino exquisit* puntual*
    impecable* ejemplar* eficient* eficacia rapid* velocidad luz casi apenas todavia total bendito* santo* dios gracias respetos aplauso* bravo ole
    jaja* ja eh verdad no creer imagin* suert* ojala sueñ* dorm* descans* siesta paciencia fe esperanza`,
  /* money */
  dinero: `
    millon* mdp peso pesos presupuest* recurso* gasto* fondo* erario dinero contrat* licitac* factura* compra* costo* precio* pagos nomin* cuenta*
    tesor* credito* deuda* inversion bolsillo cheque* efectivo cuot*`,
  /* time lost */
  demora: `
    meses años semanas dias horas trienio* tarde aun todavia sigue* lleva llevan desde hace espera* retras* demor* atras* lent* largo larga
    interminab* etern* nunca cuando promes* promet* plazo vencid*`,
  /* kin and friends */
  pariente: `
    espos* herman* prim* cuñad* compadr* comadr* sobrin* suegr* hijo* hija* yerno* amig* amante novia novio parient* familiar* socio* padrino*
    ahijad* recomendad* incondicional* cuate*`,
}
