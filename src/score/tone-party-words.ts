// The words that name whoever acts in municipal news, by side; folded.

const list = (text: string): readonly string[] => text.split(',').map((phrase) => phrase.trim())

/** Heads of the municipal government; they are somebody else's when another owner follows ("alcalde de Ameca"). */
export const GOVERNMENT_HEADS = list(
  `ayuntamiento, ayuntamientos, alcaldia, alcalde, alcaldesa, edil, municipe, presidente municipal, presidenta municipal, presidencia municipal,
  presidencia, palacio municipal, gobierno municipal, gobierno de la ciudad, gobierno local, administracion municipal, administracion, autoridades municipales, autoridad municipal, autoridades, autoridad,
  gobierno, municipio, comuna, cabildo, sindico, sindica, sindicatura, tesorero, tesorera, tesoreria, hacienda municipal, contraloria, contralor, contralora, oficialia mayor, oficial mayor, secretario general,
  secretaria general, secretario del ayuntamiento, secretaria del ayuntamiento, obras publicas, servicios publicos, servicios municipales, aseo publico, parques y jardines, alumbrado publico, proteccion civil, bomberos,
  paramedicos municipales, policia municipal, policia, policias, policias municipales, comisaria, comisario, comisaria de seguridad, seguridad publica, seguridad ciudadana, transito municipal, vialidad, agentes de transito, elementos municipales,
  agua potable, organismo operador, sistema de agua, dif, dif municipal, sistema dif, registro civil, catastro, padron y licencias, reglamentos, desarrollo social, desarrollo urbano, ecologia, casa de la cultura,
  funcionario, funcionarios, funcionaria, funcionarias, servidores publicos, servidor publico, dependencia, dependencias, director de, directora de, direccion de, delegado, delegada, subdelegado, cuadrillas, personal municipal, trabajadores municipales, personal del ayuntamiento, equipo municipal, los de la presidencia, municipal`,
)

/** Heads of the government only when the municipality follows: "la presidenta de Tala", "inspectores del municipio". */
export const OWNED_HEADS = list(
  `presidente, presidenta, director, directora, comandante, comandanta, comandancia, inspectores, inspector, oficial, agentes, agente, elementos, bomberos, rescatistas, brigadas, brigada, paramedicos, ambulancia, cuadrillas, contralor, contralora, regiduria, comite, administracion, autoridades, direccion, secretaria, secretario, tesorero, tesorera,
  policia, policias, transito, limpia, obras, planta, clinica, guarderia, biblioteca, finanzas, nomina, operativo, app, gobierno, vialidad, reglamentos, catastro, separos, barandilla, retenes, reten, juzgado, oficinas, camiones, patrulla, patrullas`,
)

/** Who answers for something else: other levels of government, firms, institutions, parties. */
export const OTHER_HEADS = list(
  `gobierno del estado, gobierno estatal, gobierno federal, gobierno de mexico, gobierno de jalisco, gobernador, gobernadora, federacion, fiscalia, fiscalia del estado, fiscal, ministerio publico, cfe, comision federal de electricidad, comision federal,
  compañia de luz, congreso, diputado, diputada, diputados, diputadas, senador, senadora, secretaria de salud, secretaria de educacion, secretaria de movilidad, secretaria de seguridad, secretaria de infraestructura, secretaria, sep, imss, issste, conagua, semarnat, profepa, siapa, ceas,
  sct, sict, guardia nacional, ejercito, marina, sedena, policia estatal, policia federal, policia investigadora, empresa, empresas, empresarios, compañia, constructora, contratista, concesionaria, concesionario, ingenio, fabrica, gasera, gasolinera, ferrocarril, aguakan, telmex,
  poder judicial, juez, jueza, tribunal, auditoria superior, auditoria, partido, morena, pan, pri, movimiento ciudadano, partido verde, universidad, udeg, instituto electoral, ine, inah, hospital regional, transportistas, camioneros, ambulantes, grupo armado, delincuentes, ladrones, sicarios`,
)

/** Opponents inside politics: their criticism is attributed to them and is not the government's own voice. */
export const OPPONENT_HEADS = list(
  `regidor, regidora, regidores, regidoras, oposicion, opositor, opositora, opositores, exalcalde, exalcaldesa, ex alcalde, ex alcaldesa, expresidente municipal, expresidenta municipal, exregidor, exregidora, candidato, candidata, aspirante, dirigente, dirigencia, lider, columnista, sindicato, colectivo, activista, activistas, organizacion, asociacion, camara de comercio, ong, observatorio ciudadano, coparmex, canaco`,
)

/** Those who live there. */
export const CITIZEN_HEADS = list(
  `vecino, vecina, vecinos, vecinas, ciudadano, ciudadana, ciudadanos, ciudadanas, ciudadania, habitante, habitantes, poblador, pobladores, poblacion, colono, colonos, residentes, comerciante, comerciantes, locatario, locatarios, usuario, usuarios, usuarias, padres de familia, madres de familia, familia, familias, gente,
  automovilista, automovilistas, conductores, peatones, estudiantes, alumnos, maestros, productores, campesinos, ejidatarios, ganaderos, cañeros, taxistas, jovenes, mujeres, adultos mayores, jubilados, trabajadores, internautas, usuarios de redes, redes sociales, tendera, ama de casa, don, doña, señora, señor, pescadores, artesanos, deportistas, turistas, visitantes`,
)

/** Municipal services: a complaint about one is a complaint about who must give it. */
export const SERVICES = list(
  `agua, agua potable, pipa, pipas, pozo, pozos, drenaje, alcantarillado, alumbrado, luminaria, luminarias, lampara, lamparas, focos, basura, recoleccion, camion de la basura, camiones recolectores, aseo, relleno sanitario, vertedero, tiradero, panteon, cementerio, mercado, rastro, calle, calles,
  banqueta, banquetas, bache, baches, bacheo, empedrado, pavimento, concreto, asfalto, obra, obras, puente, plaza, parque, jardin, unidad deportiva, cancha, canchas, patrulla, patrullas, rondin, rondines, policia, policias, transito, semaforo, semaforos, predial, licencias, permiso, permisos, tramite, tramites, ventanilla, nomina, presupuesto,
  cuenta publica, recursos, erario, dinero publico, impuestos, contrato, contratos, licitacion, feria, festival, casa de la cultura, biblioteca, guarderia, comedor, ambulancia, ambulancias, bomberos, camino, caminos, carretera, estacionamiento, estacionometros, parquimetros, transparencia, becas, apoyos, despensas, centro de salud`,
)

/** After a head, these make it somebody else's. */
export const FOREIGN_OWNERS: ReadonlySet<string> = new Set(
  `estatal estatales federal federales nacional nacionales estado republica mexico jalisco guerrero michoacan zacatecas colima nayarit sinaloa sonora chihuahua durango coahuila tamaulipas
  veracruz tabasco campeche chiapas oaxaca puebla tlaxcala morelos hidalgo queretaro guanajuato aguascalientes yucatan metropolitana educativas educativa sanitarias electoral electorales militar militares judicial judiciales escolar escolares universitarias eclesiasticas auxiliar vial cibernetica`.split(
    /\s+/,
  ),
)

/** First words of an office's own name, capitalised too: "Dirección de Obras", "Policía Municipal". */
export const OFFICE_WORD =
  /^(?:municip|obra|seguridad|aseo|servicio|salud|cultura|deporte|agua|proteccion|desarrollo|ecologia|transito|vialidad|movilidad|hacienda|padron|reglamento|turismo|catastro|finanzas)/

/** Verbs that bring in what somebody says. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `dijo dice dijeron dicen explico explica explicaron señalo señala señalaron señalan afirmo afirma afirmaron aseguro asegura aseguraron aseguran comento comenta comentaron comentan expreso expresa expresaron
  indico indica indicaron informo informa informaron anuncio anuncia anunciaron destaco destaca destacaron sostuvo sostiene sostuvieron declaro declara declararon preciso precisa precisaron detallo detalla detallaron
  puntualizo puntualiza expuso expone expusieron recordo recuerda recordaron reconocio reconoce reconocieron admitio admite admitieron lamento lamenta lamentaron lamentan acuso acusa acusaron acusan denuncio denuncia denunciaron denuncian
  critico critica criticaron critican reprocho reprocha reprocharon reprochan exigio exige exigieron exigen reclamo reclama reclamaron reclaman pidio pide pidieron piden solicito solicita solicitaron solicitan respondio responde respondieron
  contesto contesta contestaron manifesto manifiesta manifestaron agrego agrega agregaron añadio añade añadieron cuestiono cuestiona cuestionaron cuestionan advirtio advierte advirtieron advierten considero considera opino opina opinaron opinan conto cuenta contaron cuentan
  relato relata relataron subrayo subraya enfatizo enfatiza asevero asevera menciono menciona mencionaron externo externa resumio resume preguntó pregunto pregunta preguntan ironizo lanzo lanza arremetio arremete agradecio agradece agradecieron agradecen celebro celebra felicito felicita aclaro aclara aclararon nego niega negaron
  prometio promete confirmo confirma confirmaron reporto reporta reportaron reportan apunto apunta zanjo zanja insistio insiste escribio escribe publico posteo tuiteo desmintio desmiente abundo narro narra platico platica`.split(
    /\s+/,
  ),
)
