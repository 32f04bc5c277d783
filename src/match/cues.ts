// Word lists: what stands beside a name and tells a municipality from a common word, a street, a person or another place. All folded.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** "calle Tala", "colonia Benito Juárez": what follows directly is the name of a street, a quarter, a school or a park. */
export const NAMED_THING_HEADS = words(`
  calle calles avenida av avda bulevar blvd boulevard calzada privada andador cerrada prolongacion callejon circuito
  glorieta esquina colonia col fraccionamiento fracc barrio coto residencial unidad parque jardin plaza mercado estadio auditorio
  teatro cine hotel restaurante escuela primaria secundaria preparatoria kinder colegio instituto universidad hospital clinica presa
  puente aeropuerto estacion metro rio arroyo sierra cerro loma laguna playa isla volcan san santa villa`)

/** "Entre Mina y Tala", "esquina con Tala": after a street, these join the name of another. */
export const CROSSINGS = words('entre y con esquina')
export const STREETS = words('calle calles avenida avenidas av bulevar blvd boulevard calzada esquina')

/** "Ayuntamiento de Tala", "la alcaldesa de Tala", "vecinos de Tala": what follows "de" is a municipality or its people. */
export const MUNICIPAL_HEADS = words(`
  municipio municipios ayuntamiento gobierno alcalde alcaldesa alcaldia edil ediles municipe presidente presidenta expresidente
  expresidenta cabildo regidor regidora regidores sindico sindica municipal municipales presidencia tesoreria comisaria comisario policia
  policias dif cabecera pueblo ciudad poblacion habitantes vecinos vecinas pobladores ciudadanos localidad region
  cañeros productores comerciantes parroquia parroco delegacion centro`)

/** "Alcaldesa de Tala", "cabildo de Tala": only a municipality has them, where "vecinos de Tala" may be those of a quarter. */
export const CIVIC_HEADS = words(`
  municipio ayuntamiento gobierno alcalde alcaldesa alcaldia edil municipe presidente presidenta cabildo regidor regidora
  regidores sindico sindica presidencia tesoreria comisaria comisario policia policias cabecera`)

/** "Natalicio de Benito Juárez", "busto de Emiliano Zapata": what follows "de" is a person, if the name can be one. */
export const LIFE_HEADS = words(`
  natalicio nacimiento muerte asesinato fusilamiento luctuoso busto estatua escultura monumento retrato cuadro mural figura imagen
  efigie nieto nieta nietos nietas bisnieto hijo hija hijos familia viuda legado memoria ideales vida carta cartas caballo tumba
  restos general caudillo benemerito profesor`)

/** Prepositions after which a bare capitalised name is a place: "en Tala", "hacia Tala". */
export const LOCATIVES = words('en desde hacia hasta')

/** Determiners and prepositions that a place name without article does not take: "la tala", "contra la tala", "por tala". */
export const DETERMINERS = words(`
  la las una unas esta estas esa esas aquella dicha su sus nuestra cada otra otras ninguna toda mucha tanta excesiva posible
  presunta supuesta inmoderada masiva anti antitala`)

/** "el Tala", "del Tala", "alias Tala": a nickname, a team or Rosario del Tala. */
export const NICKNAME_HEADS = words('el del al los alias apodado apodada mote')

/** "conocida como Tala", "se le quedó Tala": somebody is called that. */
export const CALLED = words('conocido conocida llamado llamada apodado apodada firma nombre apodo')

/** "don Tala", "la familia Tala", "la doctora Tala": a surname follows. */
export const SURNAME_HEADS = words(`
  don doña niño niña joven señor señora señorita sr sra srta doctor doctora dr dra licenciado licenciada lic ingeniero ingeniera ing profesor profesora
  profr profra maestro maestra mtro mtra arquitecto arquitecta arq diputado diputada dip senador senadora familia hermanos hermanas
  matrimonio apellido pintor pintora escultor escultora bolerista actriz futbolista jugador delantero portero cantante actor escritor escritora poeta`)

/** "El Correo de Tala", "Radio Tala": the name of an outlet, which speaks for itself and not of the municipality. */
export const OUTLET_HEADS = words(`
  correo diario sol voz heraldo semanario gaceta radio canal periodico portal tv television informador tribuna noticiero eco`)

/** "policía estatal", "Obras Públicas federales": an office of somebody else. */
export const OTHER_LEVELS = words(`
  estatal estatales federal federales nacional nacionales estado jalisciense republica zapopana tapatia tapatio`)
