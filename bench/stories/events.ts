// Kinds of invented events: headlines and facts, each fact as several outlets would write it. A table of data.

/** `{...}` are filled from the event: municipio, estado, colonia, persona, otra, n, m, cifra, vialidad, vehiculo, escuela, negocio, cultivo, dia. */
export type EventKind = {
  readonly name: string
  readonly headlines: readonly string[]
  readonly facts: readonly (readonly string[])[]
}

export const EVENT_KINDS: readonly EventKind[] = [
  {
    name: 'choque',
    headlines: [
      'Choque en {vialidad} deja {n} lesionados',
      'Fuerte accidente en {municipio}: {n} heridos',
      '{vehiculo} se estrella en {vialidad}',
    ],
    facts: [
      [
        '{n} personas resultaron heridas al chocar {vehiculo} contra una camioneta de carga en {vialidad}, a la altura de {colonia}.',
        'Un percance entre {vehiculo} y una camioneta cargada dejó {n} lesionados en {vialidad}, cerca de {colonia}.',
        'En {vialidad}, {vehiculo} se impactó con una camioneta; hay {n} heridos.',
      ],
      [
        'Paramédicos de Cruz Roja trasladaron a los heridos al hospital regional; {m} de ellos viajan graves.',
        'Los lesionados, {m} de gravedad, fueron llevados por la Cruz Roja al hospital.',
        'Ambulancias movilizaron a las víctimas: {m} siguen en terapia intensiva.',
      ],
      [
        'El conductor, identificado como {persona}, quedó prensado durante casi una hora.',
        '{persona}, quien manejaba, tuvo que ser liberado con equipo hidráulico.',
      ],
      [
        'La circulación permaneció cerrada hasta el mediodía y se formaron filas de kilómetros.',
        'El tránsito estuvo detenido varias horas en ambos sentidos.',
      ],
      [
        'Según el peritaje, el pavimento mojado y el exceso de velocidad provocaron el accidente.',
        'Tránsito atribuye el percance a la velocidad y al asfalto húmedo.',
      ],
      [
        'Vecinos de {colonia} exigieron topes: es el tercer percance del año en ese tramo.',
        'Habitantes de {colonia} recordaron que han pedido reductores en esa curva.',
      ],
    ],
  },
  {
    name: 'asalto',
    headlines: [
      'Asaltan {negocio} en {colonia}',
      'Hombres armados se llevan {cifra} mil pesos de {negocio}',
      'Atraco en {municipio}: buscan {vehiculo}',
    ],
    facts: [
      [
        '{m} sujetos armados irrumpieron en {negocio} de la colonia {colonia} y se llevaron {cifra} mil pesos.',
        'Con pistolas, {m} individuos robaron {cifra} mil pesos de {negocio} situada en {colonia}.',
        'Un comando de {m} asaltantes vació {negocio} en {colonia}; el botín sería de {cifra} mil pesos.',
      ],
      [
        'Los ladrones escaparon a bordo de {vehiculo} con rumbo a {vialidad}.',
        'La huida fue en {vehiculo}, por {vialidad}.',
      ],
      [
        'La encargada, {persona}, fue amagada pero resultó ilesa.',
        '“Me apuntaron y pensé en mis hijos”, contó {persona}, empleada del lugar.',
      ],
      [
        'La policía municipal desplegó un operativo sin que hasta ahora haya detenidos.',
        'No hay capturados, pese al despliegue de patrullas.',
      ],
      [
        'La Fiscalía abrió una carpeta de investigación y revisa las cámaras.',
        'Agentes ministeriales revisan los videos de vigilancia de la zona.',
      ],
      [
        'Comerciantes pidieron más rondines, porque en el mes van {n} robos.',
        'Van {n} atracos este mes, reclaman los comerciantes del rumbo.',
      ],
    ],
  },
  {
    name: 'agua',
    headlines: [
      'Sin agua {n} días en {colonia}',
      'Falla bomba y deja sin agua a {colonia}',
      'Vecinos de {colonia} bloquean {vialidad} por falta de agua',
    ],
    facts: [
      [
        'Habitantes de {colonia}, en {municipio}, cumplieron {n} días sin servicio de agua potable.',
        'Ya son {n} días los que {colonia} lleva con las llaves secas.',
        'El desabasto de agua en {colonia} llegó a {n} días.',
      ],
      [
        'El organismo operador informó que se quemó el motor de un pozo y que la refacción cuesta {cifra} mil pesos.',
        'Una bomba quemada, cuyo arreglo vale {cifra} mil pesos, es la causa, según el organismo de agua.',
      ],
      [
        'Inconformes cerraron {vialidad} durante tres horas con cubetas y llantas.',
        'La protesta incluyó el cierre de {vialidad} con tinacos vacíos.',
      ],
      [
        '{persona}, director del organismo, prometió restablecer el suministro el {dia}.',
        'El servicio volverá el {dia}, aseguró {persona}, titular del sistema de agua.',
      ],
      [
        'Mientras tanto se reparten {m} pipas al día, que las familias consideran insuficientes.',
        'Solo llegan {m} pipas diarias y hay quien paga por su propia cisterna.',
      ],
      [
        '“Pagamos puntual y nos tratan como si no existiéramos”, reclamó {otra}, vecina.',
        '{otra}, ama de casa, mostró recibos pagados y garrafones vacíos.',
      ],
    ],
  },
  {
    name: 'incendio',
    headlines: [
      'Incendio consume {negocio} en {colonia}',
      'Arde {negocio}; evacúan a {n} familias',
      'Bomberos controlan fuego en {colonia} tras {m} horas',
    ],
    facts: [
      [
        'Un incendio arrasó con {negocio} en la colonia {colonia} y obligó a desalojar a {n} familias.',
        '{n} familias fueron evacuadas por el fuego que destruyó {negocio} en {colonia}.',
        'Las llamas acabaron con {negocio}; en {colonia} hubo que sacar a {n} familias de sus casas.',
      ],
      [
        'Bomberos de {municipio} y de dos localidades vecinas tardaron {m} horas en sofocar las llamas.',
        'Fueron {m} horas de trabajo para apagar el siniestro, con apoyo de corporaciones vecinas.',
      ],
      [
        'Las pérdidas se calculan en {cifra} mil pesos, dijo el dueño, {persona}.',
        '{persona}, propietario, estima daños por {cifra} mil pesos.',
      ],
      [
        'Un cortocircuito habría iniciado el siniestro, de acuerdo con Protección Civil.',
        'Protección Civil apunta a una falla eléctrica.',
      ],
      [
        'No hubo muertos; un bombero se intoxicó con el humo.',
        'El saldo es de un bombero intoxicado, sin víctimas fatales.',
      ],
      [
        'Las familias pasarán la noche en {escuela}, habilitada como albergue.',
        'Como refugio temporal se abrió {escuela}.',
      ],
    ],
  },
  {
    name: 'obra',
    headlines: [
      'Arranca pavimentación en {colonia}',
      'Invierten {cifra} mil pesos en calle de {colonia}',
      'Alcaldesa pone en marcha obra en {colonia}',
    ],
    facts: [
      [
        'El gobierno de {municipio} inició la pavimentación con concreto de {n} calles de {colonia}.',
        'Con el banderazo en {colonia} comenzó el encementado de {n} vialidades en {municipio}.',
        'Serán {n} las calles de {colonia} que se pavimenten, anunció el Ayuntamiento de {municipio}.',
      ],
      [
        'La inversión es de {cifra} mil pesos de recursos propios y del ramo 33.',
        'Para los trabajos se destinan {cifra} mil pesos.',
      ],
      [
        'La obra incluye drenaje, banquetas y {m} luminarias, y quedará lista el {dia}.',
        'También se colocarán {m} lámparas y tubería nueva; debe concluir el {dia}.',
      ],
      [
        '“Cumplimos una promesa de veinte años”, sostuvo la presidenta municipal, {persona}.',
        'La alcaldesa {persona} dijo que la gente esperaba esto desde hace dos décadas.',
      ],
      [
        'La constructora fue elegida en un concurso en que participaron tres empresas.',
        'Tres firmas concursaron por el contrato.',
      ],
      [
        '{otra}, del comité vecinal, agradeció, pero pidió que no dejen zanjas abiertas.',
        'El comité de vecinos, por voz de {otra}, vigilará que se termine a tiempo.',
      ],
    ],
  },
  {
    name: 'escuela',
    headlines: [
      'Padres toman {escuela}',
      'Cierran {escuela} por falta de maestros',
      'Exigen reparación de {escuela}',
    ],
    facts: [
      [
        'Padres de familia tomaron {escuela} de {municipio} para exigir {m} maestros que faltan desde agosto.',
        'Con cadenas en el portón, papás cerraron {escuela}: reclaman {m} docentes.',
        'Sin {m} profesores desde el inicio del ciclo, {escuela} amaneció tomada por los padres.',
      ],
      ['Unos {cifra} alumnos se quedaron sin clases.', 'El paro afecta a {cifra} estudiantes.'],
      [
        'El supervisor {persona} ofreció una mesa de diálogo para el {dia}.',
        'Habrá reunión el {dia}, prometió el supervisor escolar, {persona}.',
      ],
      [
        'También denunciaron que {n} salones tienen goteras y los baños no sirven.',
        'Los techos de {n} aulas se llueven y no hay sanitarios, acusan.',
      ],
      [
        '“No nos vamos hasta ver los nombramientos firmados”, advirtió {otra}.',
        '{otra}, del comité de padres, dijo que la toma será indefinida.',
      ],
      [
        'La Secretaría de Educación de {estado} no ha fijado postura.',
        'La autoridad educativa estatal guarda silencio.',
      ],
    ],
  },
  {
    name: 'detencion',
    headlines: [
      'Detienen a presunto ladrón en {colonia}',
      'Cae {persona} por robo de vehículos',
      'Policía captura a {m} en {vialidad}',
    ],
    facts: [
      [
        'Policías municipales de {municipio} detuvieron a {persona} y a {m} cómplices con {vehiculo} que tenía reporte de robo.',
        '{persona} y {m} personas más fueron aprehendidas en {municipio} cuando circulaban en {vehiculo} robado.',
        'A bordo de {vehiculo} con reporte fue capturado {persona}, junto con {m} acompañantes.',
      ],
      [
        'La captura ocurrió en {vialidad} tras una persecución que terminó en {colonia}.',
        'Hubo persecución desde {vialidad} hasta {colonia}.',
      ],
      [
        'Les aseguraron {n} placas sobrepuestas y una pistola de juguete.',
        'Entre lo decomisado hay {n} juegos de placas y un arma falsa.',
      ],
      [
        'Los detenidos quedaron a disposición del Ministerio Público.',
        'Un agente del Ministerio Público resolverá su situación jurídica.',
      ],
      [
        'La banda estaría ligada a {cifra} robos en la región, según la comisaría.',
        'Se les relaciona con {cifra} hurtos, dijo la comisaría.',
      ],
    ],
  },
  {
    name: 'salud',
    headlines: [
      'Suman {n} casos de dengue en {municipio}',
      'Fumigan {colonia} por brote de dengue',
      'Alerta por dengue en {colonia}',
    ],
    facts: [
      [
        'La jurisdicción sanitaria confirmó {n} casos de dengue en {municipio}, {m} de ellos graves.',
        'Van {n} enfermos de dengue, {m} con signos de alarma, informó la jurisdicción sanitaria en {municipio}.',
        'Con {m} pacientes graves, {municipio} llegó a {n} contagios de dengue.',
      ],
      [
        'Brigadas fumigan esta semana {colonia}, donde está la mayoría de los enfermos.',
        'La colonia {colonia} concentra los contagios y será nebulizada.',
      ],
      [
        'Se han visitado {cifra} viviendas para eliminar cacharros.',
        'El descacharreo lleva {cifra} casas revisadas.',
      ],
      [
        'El director de salud, {persona}, llamó a tapar tinacos y no automedicarse.',
        '“No tomen aspirina”, pidió {persona}, responsable de salud.',
      ],
      [
        'En el hospital comunitario faltan reactivos, denunció {otra}, enfermera.',
        '{otra}, trabajadora del hospital, dijo que no hay pruebas rápidas.',
      ],
    ],
  },
  {
    name: 'campo',
    headlines: [
      'Productores de {cultivo} bloquean {vialidad}',
      'Granizada daña {cifra} hectáreas de {cultivo}',
      'Piden apoyo por pérdidas de {cultivo}',
    ],
    facts: [
      [
        'Una granizada destruyó {cifra} hectáreas de {cultivo} en {municipio}.',
        'El granizo acabó con {cifra} hectáreas sembradas de {cultivo} en el municipio de {municipio}.',
        'En {municipio} se perdieron {cifra} hectáreas de {cultivo} por el granizo.',
      ],
      [
        'Los productores, encabezados por {persona}, se manifestaron en {vialidad}.',
        '{persona} encabezó la protesta de agricultores en {vialidad}.',
      ],
      [
        'Exigen que el seguro catastrófico pague {n} mil pesos por hectárea.',
        'Piden {n} mil pesos por hectárea siniestrada.',
      ],
      [
        '{m} ejidos fueron afectados; el de {colonia} lo perdió todo.',
        'De los {m} ejidos golpeados, {colonia} es el peor.',
      ],
      [
        'La Secretaría de Agricultura de {estado} enviará técnicos el {dia}.',
        'Habrá peritaje estatal el {dia}.',
      ],
    ],
  },
  {
    name: 'cabildo',
    headlines: [
      'Cabildo de {municipio} aprueba crédito por {cifra} mil pesos',
      'Regidores se enfrentan por crédito en {municipio}',
      '{persona} vota contra deuda en {municipio}',
    ],
    facts: [
      [
        'El cabildo de {municipio} autorizó por {n} votos a favor un crédito de {cifra} mil pesos.',
        'Con {n} votos, los regidores de {municipio} avalaron endeudarse con {cifra} mil pesos.',
        'Pasó en {municipio} el préstamo por {cifra} mil pesos, con {n} votos.',
      ],
      [
        'El dinero se usará para comprar {m} patrullas y un camión de basura.',
        'Servirá para {m} patrullas nuevas y un recolector.',
      ],
      [
        '{persona}, regidor de oposición, lo calificó de irresponsable y anticipó un amparo.',
        'La oposición, con {persona} al frente, impugnará el acuerdo.',
      ],
      [
        'La tesorera {otra} aseguró que la deuda se pagará en esta administración.',
        '“Se liquida antes de irnos”, prometió {otra}, tesorera.',
      ],
      [
        'La sesión duró cinco horas y hubo empujones con vecinos de {colonia}.',
        'Vecinos de {colonia} irrumpieron en el salón durante la larga sesión.',
      ],
    ],
  },
  {
    name: 'fiesta',
    headlines: [
      'Inicia la fiesta patronal de {colonia}',
      'Anuncian cartelera de la feria de {municipio}',
      '{cifra} visitantes esperan en la fiesta de {colonia}',
    ],
    facts: [
      [
        'Con mañanitas y cohetes comenzó la fiesta patronal de {colonia}, en {municipio}.',
        '{colonia} abrió su fiesta patronal con una alborada en el atrio, en {municipio}.',
        'Arrancaron en {municipio} los festejos del santo de {colonia}.',
      ],
      [
        'Se esperan {cifra} visitantes durante {n} días de celebración.',
        'Durante {n} jornadas llegarían {cifra} personas.',
      ],
      [
        'La cartelera incluye {m} bandas, jaripeo y castillo de pirotecnia el {dia}.',
        'Habrá {m} bandas de viento y la quema del castillo será el {dia}.',
      ],
      [
        'El mayordomo {persona} explicó que la comida se ofrece gratis a todo el que llegue.',
        '“Aquí nadie se va sin comer”, dijo el mayordomo, {persona}.',
      ],
      ['Tránsito desviará la circulación por {vialidad}.', 'Se recomienda usar {vialidad} por los cierres.'],
    ],
  },
  {
    name: 'desaparecida',
    headlines: [
      'Buscan a {persona}, desaparecida en {municipio}',
      'Familiares de {persona} marchan en {municipio}',
      'Activan protocolo por {persona}',
    ],
    facts: [
      [
        'La comisión de búsqueda de {estado} difundió la ficha de {persona}, vista por última vez en {colonia}, {municipio}.',
        '{persona} salió de su casa en {colonia}, {municipio}, y no volvió; ya hay ficha de búsqueda.',
        'Autoridades de {estado} buscan a {persona}, desaparecida en {colonia}.',
      ],
      [
        'Vestía pantalón de mezclilla y abordó {vehiculo}, de acuerdo con una cámara.',
        'Un video muestra que subió a {vehiculo}.',
      ],
      [
        'Su familia marchó {n} kilómetros por {vialidad} para exigir avances.',
        'Por {vialidad} caminaron {n} kilómetros sus parientes y amigos.',
      ],
      [
        '“Llevamos {m} días sin que la Fiscalía nos reciba”, reprochó {otra}, su madre.',
        '{otra}, mamá de la joven, acusó {m} días de silencio de la Fiscalía.',
      ],
      [
        'El colectivo de buscadoras realizará una jornada el {dia}.',
        'Buscadoras rastrearán la zona el {dia}.',
      ],
    ],
  },
]
