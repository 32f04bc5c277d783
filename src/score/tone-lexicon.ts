// The words of municipal tone: phrases by kind, folded; `*` ends a prefix, `_` stands for any one word.

/**
 * What a phrase does. `reproche` blames somebody; `queja` tells of a failing service; `reclamo` is the verb of who complains;
 * `logro` a result; `servicio` an offer; `elogio` praise; `falla` a problem that can be mended; `remedio` the verb that mends;
 * `incidente` an event that blames nobody; `ironia` a turn that says the opposite.
 */
export type CueKind =
  | 'reproche'
  | 'queja'
  | 'reclamo'
  | 'logro'
  | 'servicio'
  | 'elogio'
  | 'falla'
  | 'remedio'
  | 'incidente'
  | 'ironia'

export type CueList = { readonly kind: CueKind; readonly weight: number; readonly phrases: string }

/** Weights are in −3…3; lists are read top down and the longest phrase at a place wins. */
export const CUE_LISTS: readonly CueList[] = [
  {
    kind: 'reproche',
    weight: -2.5,
    phrases: `corrupcion, corrupt*, nepotismo, opacidad, opac*, desvio de recursos, desvio de fondos, desviaron recursos, desviar recursos,
      negligen*, omision*, omiso*, ineptitud, inept*, incompeten*, incapaci* para, incapaz, incapaces, despilfarr*, derroch*, encubr*,
      favoritismo, amiguismo, compadrazgo*, abuso de autoridad, abuso de poder, abusos, prepoten*, arbitrari*, indolen*, indiferencia,
      desinteres, cinismo, cinic*, mentir*, mintio, mienten, mentiras, engaño, engaña*, una burla, se burla*, verguenza, vergonzos*,
      nadie da la cara, no da la cara, no dan la cara, nadie ha dado la cara, dar la cara, brilla por su ausencia, brillan por su ausencia,
      brillo por su ausencia, caso omiso, oidos sordos, letra muerta, puro cuento, puras promesas, ni sus luces, cuentas alegres,
      simulacion, improvisacion, improvis*, sobregiro, nomina inflada, inflad*, aviador*, moches, moche, soborno*, extorsion*, mordida*,
      sobreprecio*, fracaso, fracas*, fallid*, pesim*, rebasad*, deficien*, a la congeladora, levantadedos, tapadera, saqueo, saque*,
      malversa*, peculado, conflicto de interes, a modo, sin licitacion, sin licitar, dedazo, adjudicacion directa, irregularidad*, anomali*,
      violacion* a derechos, detencion arbitraria, golpearon, represion, censura, autoritari*, no les importa, no le importa, les vale, le vale,
      tomadura de pelo, elefante blanco, obra de relumbron, se lava* las manos, lavarse las manos, se echan la bolita, echan la bolita,
      reprob*, quedan a deber, queda a deber, quedo a deber, en el olvido, abandono, abandonad*, olvidad*, desorden, desorganiza*,
      mala planeacion, falta de planeacion, sin planeacion, ningun plan, mala calidad, mal hech*, daño al erario, al erario, sin rendir cuentas, no rinde cuentas,
      falta de ganas, falta de voluntad, despotism*, maltrato, malos tratos, impunidad, complicidad, colusion, cobros indebidos,
      cobro indebido, trafico de influencias, enriquecimiento, promesa* incumplid*, incumpl*, exceso*, excesiv*, injust*, ilegal*`,
  },
  {
    kind: 'reclamo',
    weight: -1.5,
    phrases: `denuncia, denuncian, denuncio, denunciaron, denunciar, denunciado, denunciada, acusa, acusan, acuso, acusaron, acusaciones,
      acusacion, acusar, reclama, reclaman, reclamo, reclamos, reclamaron, reprocha, reprochan, reprocho, reprocharon, reproche, reproches,
      critica, critican, critico, criticaron, criticas, cuestiona, cuestionan, cuestiono, cuestionaron, cuestionamiento*, protesta, protestan,
      protestas, protestaron, protesto, inconform*, se queja, se quejan, se quejo, se quejaron, queja, quejas, exige, exigen, exigio,
      exigieron, exigencia*, molestia, molestos, molestas, molesto, indigna*, hartos, hartas, hartazgo, hartos de, enojo, enojados, enojad*,
      bloquean, bloquearon, se manifiestan, se manifestaron, manifestacion, arremet*, responsabiliza*, culpa a, culpan, culpo, culparon, señalan,
      señalamiento*, lamenta, lamento, lamentan, lamentaron, repudi*, rechaza, rechazan, rechazo, rechazaron, demanda, demandan, demandaron,
      tunden, exhibe, exhiben, exhibio, exhibieron, evidencia, evidencian, reviento*, critican, piden la renuncia, pide la renuncia,
      piden renuncia, pide renuncia, renuncie, destitu*, alertan, advierten, descontento, malestar, tacha, tachan, tacho, tilda, tildan`,
  },
  {
    kind: 'queja',
    weight: -1.6,
    phrases: `sin agua, no hay agua, no llega el agua, no nos llega, no cae agua, no tienen agua, no tenemos agua, falta de agua, desabasto, escasez, a oscuras,
      en penumbras, sin alumbrado, sin luz, sin recoger, no ha recogido, no han recogido, no recogen, no pasa, no paso, no pasan, no ha pasado, no han pasado,
      sin pasar, aguas negras, obra parada, obras paradas, parada la obra, obra detenida, inconclus*, sin terminar, sin concluir, no terminan, a medias, dejaron a medias, sin techo,
      siguen esperando, sigue esperando, seguimos esperando, siguen sin, sigue sin, seguimos sin, continuan sin, continua sin, llevan años, llevamos años,
      llevan meses, llevamos meses, llevan semanas, llevan dias, llevamos dias, sin respuesta, sin solucion, sin que nadie, no contestan, no contestaron, no contesto,
      no responde*, nadie responde, nadie contesta, no nos hacen caso, no les hacen caso, no hacen caso, nadie hace nada, no hacen nada, no ha hecho nada, no han hecho nada,
      no hay respuesta, no han dado, no ha dado, de mal en peor, fuera de servicio, sin medico, sin medicinas, sin medicamentos, malos olores,
      mal olor, peste, socavon*, intransitable*, pesimas condiciones, malas condiciones, mal estado, en ruinas, deteriorad*, descuidad*, sin mantenimiento,
      falta de mantenimiento, inseguridad, inseguros, insegura, sin patrullas, no hay patrullas, nunca llego, nunca llegaron, nunca llega*, nunca aparec*, no aparece, no aparecio,
      tardaron, tardo, tardaba, tardan, tarde y, llegaron tarde, llego tarde, colapsa, colapsan, colapso, colapsaron, colapsad*, embotellamiento*, caos,
      no alcanza, no alcanzan, no sirve, no sirven, no funciona, no funcionan, no prende*, no enciende*, no hay luz, no hay medico, sin fecha, sin avance*, ni un peso,
      ni siquiera, carece*, carencia*, insuficiente*, falta de, faltan, nadie sabe, no se sabe, nadie explica, no explica*, sin explicacion,
      con candado, cerrado con, promete* y, prometieron, prometio, lo prometido, nos prometieron, no cumpl*, sin cumplir, hacen falta, ojala,
      cobran de mas, les cobran, nos cobran, multan injustamente, filas de, largas filas, horas de espera, horas formad*, crisis de, afectad* por la falta`,
  },
  {
    kind: 'falla',
    weight: -0.8,
    phrases: `bache*, hoyo*, fuga, fugas, basura, basurero*, rezago*, retraso*, demora*, atraso*, apagon*, lamparas fundidas, fundida, fundidas, luminarias apagadas,
      gotera*, filtracion*, inundacion*, encharcamiento*, encharca*, descompuest*, descompostura*, averia*, falla, fallas, maleza, tiradero*,
      contaminacion, plaga, adeudo*, deuda, deficit, accidente*, trafico, corte*, dengue, problema*, deterioro, error, errores`,
  },
  {
    kind: 'remedio',
    weight: 1.4,
    phrases: `repara, reparan, reparo, repararon, reparar, reparada, reparado, reparacion, arregla, arreglan, arreglo, arreglaron, arreglar, corrige*, corrigi*, resuelve*, resolvio,
      resolvieron, resuelto, atiende, atienden, atendio, atendieron, atender, abate*, abatio, abatir, retira, retiran, retiro, retiraron, retirar, limpia, limpian, limpio, limpiaron,
      recoge, recogen, recogio, recogieron, recoleccion, combate*, combatir, disminuy*, reduce*, reducir, redujo, redujeron, reduccion, evita*, previene*, prevenir,
      prevencion, erradic*, restablec*, restaur*, normaliz*, controla, controlan, controlaron, controlo, controlado, sofoc*, solucion*, sustituy*, cambian, cambiaron, repon*, repuso, baja, bajan, bajo,
      fumig*, descacharriz*, desazolv*, tapan, taparon, tapo, termina con, terminan con, pone fin`,
  },
  {
    kind: 'logro',
    weight: 1.5,
    phrases: `inaugur*, entrega, entregan, entrego, entregaron, entregara*, rehabilita*, rehabilito, moderniz*, amplia, amplian, amplio, ampliaron, ampliacion, instala, instalan, instalo, instalaron,
      instalacion de, construye*, construir*, construccion de, construyo, pavimenta*, pavimento, repavimenta*, estrena, estrenan, estreno, estrenaron, reabre*, reabrio, reapertura, recupera,
      recuperan, recupero, recuperaron, recuperacion, beneficia*, beneficio*, mejora, mejoran, mejoro, mejoraron, mejorar, mejoramiento, mejoras, avanza, avanzan, avance*, saldo blanco, primer lugar,
      segundo lugar, reconocimiento*, premio*, premia*, galard*, certifica*, certifico, ahorra*, ahorro, ahorros, record, exito*, exitos*, logra, logran, logro, lograron, logros, gana, ganan, gano, ganaron,
      alcanza, alcanzo, alcanzaron, cumple, cumplen, cumplio, cumplieron, cumplid*, antes de lo previsto, fortalece*, fortalecio, impulsa*, impulso, respald*, se graduan, graduan, se graduaron,
      capacita*, capacito, transparen*, sale limpia, salio limpia, en orden, finanzas sanas, por debajo del techo, concluye*, concluyo, concluyeron, termina la obra, termino la obra,
      pone en marcha, ponen en marcha, puso en marcha, pusieron en marcha, arranca, arrancan, arranco, arrancaron, inicia la obra, suma, suman, sumo, incorpora*, incorporo, equip*, dota, dotan, doto, dotaron,
      rescata, rescatan, rescataron, rescato, rescate, salva, salvaron, salvo la vida, detienen, detuvo, detuvieron, asegura*, decomis*, encabeza*, encabezo, consolida*, gestiono, gestiona, gestionan, gestion,
      invertira*, invierte, invierten, inversion, invirtio, crece, crecio, crecimiento, aumenta*, aumento, incrementa*, incremento, electrifica*, conecta*, abre, abren, abrio, abrieron,
      firma, firman, firmo, firmaron, convenio*, dignifica*, embellec*, reforest*, planta, plantan, plantaron, congrega*, abarrot*, derrama economica, ocupacion, turistas`,
  },
  {
    kind: 'servicio',
    weight: 0.9,
    phrases: `gratuit*, gratis, sin costo, descuento*, condona*, condono, apoyo*, apoya, apoyan, beca*, becari*, campaña*, jornada*, brigada*, ofrece*, ofrecio, invita*, invito, convoca*, convoco, vacuna*, vacunacion,
      esteriliz*, operativo*, refuerza*, reforz*, reforzo, despensa*, cobija*, taller, talleres, feria, festival, programa*, presenta*, presento, anuncia*, anuncio, supervis*, recorrido*, acerca, acercan,
      acompaña*, brinda*, brindo, protege*, proteger*, proteccion, vigila*, vigilancia, orienta*, asesoria*, regulariza*, facilita*, estimulo*, subsidi*, mantenimiento, alista*, prepara, preparan, promueve*, promover,
      prestamo*, credito*, consulta*, mastografia*, detecciones, plazo*, modulo*, ventanilla*, en beneficio, bienestar, mas seguro*, mas segura*, nuevas patrullas, patrullas nuevas, nuevo pozo, nuevas lamparas, lamparas led`,
  },
  {
    kind: 'elogio',
    weight: 2,
    phrases: `agradec*, felicit*, aplaud*, aplauso*, celebra, celebran, celebraron, celebro, elogi*, buen trabajo, gran trabajo, buena labor, gran labor, bien hecho, bien por, orgull*, satisfech*, satisfaccion,
      por fin, enhorabuena, contentos, contentas, content*, felices, feliz, le damos la razon, dar la razon, ejemplo de, ejemplar, destaca*, destaco, de las mejores, de los mejores, el mejor, la mejor, los mejores,
      excelente*, extraordinari*, historic*, oportun*, rapida respuesta, pronta respuesta, respuesta inmediata, rapidez, eficien*, eficaz, puntual*, amable*, se lucieron, se lucio, si funciono, si funciona, funciono, quedo bien, quedo bonit*, quedo muy bien, quedo preciosa,
      echaron ganas, le echaron ganas, gracias a, muchas gracias, gracias al, reconocen el trabajo, reconocio el trabajo, reconocen la labor, hay que reconocer, hay que decirlo, confianza, buenos resultados, ya era hora, aciert*, acert*, bien planead*, buena idea, de primera, sin contratiempos, sin incidentes, honest*, transparente*, responsable*, cercan* a la gente`,
  },
  {
    kind: 'incidente',
    weight: 0,
    phrases: `muere, mueren, murio, murieron, muerto, muerta, muertos, muertas, fallec*, mata, matan, mato, mataron, asesin*, homicid*, balacera, balaceras, baleado*, baleada*, a balazos, ejecutad*, ejecutan, cadaver*,
      cuerpo sin vida, sin vida, choque, choca, chocan, choco, chocaron, volcadura, volco, vuelca, volcaron, accidente*, atropella*, atropello, robo, roban, robaron, robos, asalta*, asalto, asaltos, incendio*,
      herido*, herida*, lesionad*, desaparec*, explosion*, ahogad*, ahogo, secuestr*, feminicid*, violencia, agresion, agredid*, arma, armas, droga*, narco*, crimen, delincuen*, sismo, temblor, tormenta, helada*, huracan, frente frio, granizo`,
  },
  {
    kind: 'ironia',
    weight: -1.5,
    phrases: `faltaba mas, que casualidad, vaya, bonita forma, bonita manera, bonito favor, muy bonita, que raro, qué cosas, de cuento, aplausos por favor, un aplauso para, gracias por nada, que eficiencia, qué eficiencia,
      le hacemos estatua, haciamos estatua, hay que agradecer que, ya se la saben, dizque, segun ellos, segun esto, milagro, sorpresa sorpresa, brillante idea, magnifica idea, gran logro de, nomas para la foto, para la foto,
      se ve que, eso si, que bueno que, mira que, genios, genialidad, oh sorpresa, el municipio de las maravillas, pais de las maravillas, primer mundo, como por arte de magia, ha de ser`,
  },
]

/** Words that deny what follows them within a few words. */
export const NEGATORS: ReadonlySet<string> = new Set(
  'no ni sin nunca jamas tampoco nadie ningun ninguna ninguno niega niegan nego negaron desmiente desmienten desmintio desmintieron descarta descartan descarto descartaron descartar aclara aclaran aclaro rechaza rechazo rechazan inexistente falso falsa exonera exonero exoneran absuelve absuelven deslinda deslindan'.split(
    ' ',
  ),
)
