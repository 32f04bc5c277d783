// Stems of municipal news by what they speak of (vices, what is broken, who is frail, luxuries…); folded, `*` ends a prefix of three letters or more.

/** What a word speaks of; a word may be of several, and of the plainer classes besides. */
export type SubjectClass =
  | 'vicio'
  | 'estropeado'
  | 'frágil'
  | 'lujo'
  | 'promesa'
  | 'mejora'
  | 'funcionario'
  | 'injuria'
  | 'halago'
  | 'burla'
  | 'obra'
  | 'básico'
  | 'autoridad'
  | 'sanciona'
  | 'delito'
  | 'captura'
  | 'trámite'
  | 'vacío'
  | 'carga'

export const SUBJECT_CLASSES: Readonly<Record<SubjectClass, string>> = {
  /* vices of who governs, as nouns */
  vicio: `
    nepotism* corrup* opacidad derroche* despilfarr* dispendi* desvio* moche* mordid* sobreprecio* sobrecosto* dedazo* compadrazg* amiguism* favoritism*
    influyent* negligenc* omision* abandono desorden* improvisac* capric* cinism* abus* prepotenc* desidia indolenc* apatia ineptitud incapacidad
    incompetenc* torpeza* mentira* engaño* simulac* farsa fraude* saqueo desfalco* peculado malversac* enriquecim* soborno* extors* chantaj* represal*
    venganza* persecuc* censura* represion tortura brutalidad maltrato* despojo* acarre* clientel* electorer* coaccion* complicidad* colus* encubrim*
    impunidad caciq* cacicazg* autoritar* soberbia indiferenc* insensib* cochinero desastre* fracaso* fiasco retroces* estancam* paralisis rezago*
    incumplim* irregularid* anomal* ilegalid* trampa* chanchull* transa* transas tranza* enjuague* componenda* triquiñuel* diezmo* piso cuotas
    hermetism* silencio secrec* oscurito lentitud burocrac* caos aviador* fantasma* prestanomb* facturera* cuatism* venalid* favores venta desinteres
    descontrol desgobierno ingobernab* vacio*`,
  /* the state of what nobody minds: broken, shut, empty, rotten */
  estropeado: `
    rota rotas roto rotos levantad* agriet* cuartead* caduc* vencid* descompuest* averiad* apagad* fundid* cerrad* oxidad* tirad* podrid* pudr* hundid*
    anegad* inconclus* parad* detenid* varad* arrumbad* abandonad* olvidad* descuidad* deteriorad* dañad* desmantelad* saquead* vandaliz* grafitead*
    sucia sucio sucias sucios llena lleno llenas llenos tapad* azolvad* desbordad* reventad* colapsad* saturad* rebasad* inservib* obsolet* chatarr*
    viejo vieja viejos viejas ruina* destruid* derrumbad* desmoron* descascar* desgaj* sec* apesta* hedion* contamin* infest* plagad* lodo lodazal
    polvo terracer* oscur* penumbra* tiniebla* candado* clausurad* incompleta incompleto trunca trunco maltrech* desatendid* sobrepoblad* hacinad*
    enfermos desnutrid* flac* hambrient* destapad* caido caida caidos caidas perdid* extraviad* fuera negra medias`,
  /* whom a government should look after */
  frágil: `
    niñ* menor menores bebe* infant* ancian* abuel* adultos viejit* embarazad* madre madres mama mujer mujeres enferm* pacient* discapac* ciego* sordos
    huerfan* viuda* victim* damnific* migrant* indigen* otomi* nahua* maya* mixtec* campesin* jornaler* pescador* obrer* ambulant* tianguist* locatari*
    artesan* comerciant* alumn* estudiant* maestr* jubilad* pensionad* vecin* coloni* colono* colonos famili* habitant* poblador* ciudadan* usuari*
    trabajador* emplead* policias bomber* barrender* musicos deportist* joven* perro* perrit* gato* gatit* animal* mascot* productor* ejidatari* gente
    pueblo comunidad* barrio* rancheri* deudos`,
  /* what a government spends on itself */
  lujo: `
    lujo* fiesta* banquet* boda* viaj* gira vacacion* avion* avioneta helicopt* camioneta* suburban escolt* guarura* choferes viatic* bono bonos
    compensac* sueldaz* dieta dietas aguinaldaz* selfi* foto fotos tiktok* reel* logo logotip* imagen publicid* propagand* promoc* influenc* espectacular*
    letras estatua* monument* fuente moño pista fuegos pirotec* concierto* artistas cantante* feria carnaval aniversario* informe discurs* evento* alfombra*
    tarima* escenario* oficina* remodelac* mueble* celular* ipad* drones dron restaur* vinos whisky regalos canast* posada* cena brindis casona* rancho
    mansion* residenc* europa cancun miami disney paris dubai vegas spa`,
  /* what is said before it is done */
  promesa: `
    promet* promes* compromis* anunci* presum* dijo dijeron decia decian jur* juro iba iban habra habria ofrecio campaña* candidat* plan planes proyect*
    pronto proxim* futuro algun dia mañana asegur* jactan* alarde* vanagl* publicit* difund* reporto reportad* inform* supuest* segun presunt* oficial*`,
  /* what got better */
  mejora: `
    mejor* recobr* recuper* renuev* renov* consolid* crec* duplic* triplic* aument* avanz* sube suben subio sanea* sane* super* rebas* ahorr* abat*
    disminu* reduc* reduj* baja bajan bajaron cae caen cayo cayeron moderniz* transform* dignific* embellec* ilumin* limpi* orden* rescat* reviv*
    florec* brill* luc* renac* reactiv* fortalec* agiliz* simplific* amplia* ampli* nuev* estren* modern* suficient* puntual* complet* total* cien 100
    todo todos todas diario diaria gratis gratuit* propi* pionero* ejempl* modelo resist* cobertura plena pleno`,
  /* who serves the government, with or without its name */
  funcionario: `
    funcionari* servidor* director* tesorer* sindic* secretari* comandant* comisari* agent* inspector* policia* patruller* elemento* custodio* oficial*
    regidor* edil* alcald* president* cabildo ayuntam* municip* delegad* coordinador* asesor* jefe jefa contralor* juez jueces chofer* empleado
    administrador* encargad* gobernant* autorid* gobierno administrac* trienio gabinete escolta* transito* vialidad dif`,
  /* words of anger, mostly of posts */
  injuria: `
    rater* ladron* lacra* corrupt* inutil* inept* pendej* huevon* flojo* asco asquer* porquer* basura* mierda chinga* madre poca* puta* pinche* culer*
    cobard* mentiros* cinic* descarad* sinverg* grosera* groseros prepot* vividor* parasit* raterit* hijos bola manchen mamen mames pasen colmo abusiv*
    verguenza* harta hartos harto pesim* horrib* peor hueva dormid* vale valen ratas hdp wey guey fuera renunc* lastima decepcion* tristeza`,
  /* words of delight, mostly of posts */
  halago: `
    gracias agradec* felicid* felicit* bravo bien excelent* padre padris* chido chida chidis* genial* bonit* hermos* lindo linda preci* encant* amo amor
    bendi* dios respet* aplaus* reconoc* rifo rifaron rifan volaron lucier* lucio luci* jalo jalan sirve funciona recomiend* amabl* cariñ* atent* rapid*
    listo feliz contento contenta orgull* ojala vivan viva enhorabuena mejor increib* maravill* super cumplid* cumpli* trabaj* chamba escuch*`,
  /* frames that turn what follows over */
  burla: `
    gracias felicid* aplaus* brav* premio* medall* record* milagr* magia mag* museo atraccion* parque* balneari* alberca* venecia playa deport* olimp*
    olimpic* mundial* primer primera mundo novedos* innovador* modern* tecnolog* vanguard* ecolog* sustentabl* generos* considerad* austero austera humild*
    eficien* eficac* puntual* rapid* velocid* velo* fino sutil* artist* arte pelicul* ficcion comedia novela cuento* chiste chistos* broma* circo payas*
    fantasma* invisible* chupacab* ovni* ufo* extraterr* unicorn* sirena* dinosaur* arqueolog* fosil* colecci* coleccion* adorn* decorac* decorativ* navid*
    reyes santa claus* regalo* detalle cariño* carinoso genio* sabio* sabidur* ingenier* matematic* geometr* fisica misterio* enigma* leyenda* tradicion*
    ritual* fe esperanz* suert* paciencia yoga gimnasi* dieta terapia* aventura* safari extrem* turist* turism* quien necesita para que quieren si fuera
    solo solamente nada ya ahora seguro claro obvio imagin* dicen dice cuentan creer verdad razon culpa excelent* gran magn* mejor logro logr*
    inaugur* cumpl* descubr* invent* orgullo* orgullos* respetos novedad* sorpres*`,
  /* what is built */
  obra: `
    obra obras puente* calle* avenida* bulevar* banquet* camino* carreter* pavim* asfalt* concret* drenaj* colector* pozo* planta* hospital* clinic*
    escuel* aula* salon* unidad* deportiv* canch* gimnasio* auditori* mercad* rastro* panteon* parque* plaza* plazuel* jardin* kiosco* malecon* biblioteca*
    museo* teatro* alumbr* luminari* lampar* semafor* camara* patrull* ambulanc* camion* pipa* libramient* ciclovi* central* terminal* estadio* alberca*
    distribuid* glorieta* andador* parada* caseta* comandanc* palacio* edific* relleno* tiradero* albergue* refugio* guarderi* comedor* centro centros
    viviend* techumb* techo* domo* barda* muro* red redes tuberi* linea* alcantar* tope* fuente* monument* quirofan* dispensari* farmacia*`,
  /* what is needed every day */
  básico: `
    agua luz basura drenaj* alumbr* seguridad policia* medicin* medic* doctor* comida despens* camion* transport* salud escuel* gas internet tinaco* pipa*
    ambulanc* bomber* recolecc* limpia bache* calle* foco* fuga* techo* piso* cobij* leche pañal* vacun* beca* sueldo* salari* quincena* aguinald* pension*
    uniform* utiles mochil*`,
  /* other authorities and judges of what a government does */
  autoridad: `
    auditor* fiscal* tribunal* juez* corte congreso* diputad* senado* cndh cedh derechos asf orfis contralor* inai conagua cfe pemex imss issste semarnat
    profepa sedatu sep sict sct sat shcp inegi coneval cofepris tec unam universi* colegio* camara* canaco coparmex canacin* concanaco iglesia obispo*
    parroc* sacerdot* cura sindicat* ong amnist* articulo onu unesco unicef federac* federal* estado estatal* gobernador* guardia ejercito marina pan pri
    prd morena partido* oposic* bancad* regidor* organism* observator* peritaj* perit* laboratori* consultor* calificador* fitch moody* revista* encuest*`,
  /* what an authority does to who breaks a rule */
  sanciona: `
    multa multan multo multar* sancion* clausur* cancel* revoc* rescind* suspend* retir* quit* decomis* desaloj* remueve remov* ceso cesa cesan destituy*
    destituye* inhabilit* emplaz* deman* denunc* ordena orden* obliga* obligo prohib* impid* apercib* amonest* exige exigen exigio urge insta exhort* pide
    piden pidio reclam* acus* reproch* culp* responsabil* señal* critic* conden* reprueb* repudi* arremet* truena trono rechaz* lament* regañ* tach*
    tild* interpon* interpus* impugn* querell* ministerio fgr advier* advirt* alert* responde* respond* revira* defiend* deslind* aclar* desmient* nieg*`,
  /* crimes and who commits them */
  delito: `
    robo* robar* asalt* homicid* asesin* mata matan mato balea* balacer* secuestr* levanton* plagi* viol* feminicid* extors* narco* crimen cartel comando*
    sicario* banda* pandill* ladrones ratero* huachicol* droga* metanfet* arma* armado* balas disparo* cadaver* cuerpo* fosa* desaparec* ejecut* ataque*
    agres* golpe* lesion* herid* muert* murio fallec* victim* accident* choque* choc* volcad* incendi* explos* fuga ahog* electroc* intoxic* riña* motin*`,
  /* successes of a police or a rescue */
  captura: `
    captur* detien* detuv* arrest* frustra* frustr* rescat* salv* localiz* hallan encuentran recuper* asegur* desarticul* desmantel* cayo caen resguard*
    auxili* atiend* evacu* sofoc* control* evit* previen* devuelv* reun* regres* libera liberan reencuentr* esclarec* resuelv*`,
  /* plain business of an office */
  trámite: `
    sesion* comision* turn* dictam* aprueb* aprob* ley leyes ingresos egresos reglament* convocator* convoc* lista padron* censo registr* constanc* cita
    citas horari* ventanill* tramit* requisit* plazo* vence vencen permis* licenc* refrend* declarac* inventari* licitac* acta actas consej* comite*
    delegad* jurado* cronist* titular* nombr* design* toma protesta rind* rendir* informe* comparec* reun* asamble* visit* recorr* gira izamiento iza
    bandera desfil* acto* ceremon* conmemor* anivers* homenaj* sentido vial* cierre* cerrad* desvi* ruta* tianguis* instal* ubic* cambi* mudan* muda
    traslad* program* calendari* fechas predial impuest* refrendo simulacr* alcoholim* operativ* filtr*`,
  /* nothing there */
  vacío: `
    sin no ni nunca jamas nadie ningun* nada tampoco cero falta* faltan carec* escas* ausen* vacia* vacio* desiert* nul* agot* apenas solo todavia aun
    sigue siguen continua* permanec* pendient* espera* esperan* desabast* inexist* niega niegan nego olvid* ignor* desatiend* incumpl* dej* abandon*
    perdi* pierd* desaparec* cerr* suspend* cancel*`,
  /* what weighs on the purse */
  carga: `
    cobr* cuota* tarifa* impuest* predial multa* recarg* adeud* deud* deb* alza* aument* sub* encarec* paga* pago* pagar* renta* precio* costo* cuesta*
    carisim* caro cara moche* mordida* derechos peaj* parquim* corralon* grua* infraccion* credito* prestam* prestad* endeud* millon* mdp pesos dinero
    recurs* presupuest* erario nomin* gast* contrat* factur* compr* licit* adjudic*`,
}
