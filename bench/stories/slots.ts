// Names, places and figures of invented events: what two events of one kind differ in. A table of data.

export const MUNICIPALITIES = [
  ['Zapotlanejo', 'Jalisco'],
  ['Tecalitlán', 'Jalisco'],
  ['San Felipe', 'Guanajuato'],
  ['Acámbaro', 'Guanajuato'],
  ['Huajuapan', 'Oaxaca'],
  ['Ixtepec', 'Oaxaca'],
  ['Matehuala', 'San Luis Potosí'],
  ['Tamazunchale', 'San Luis Potosí'],
  ['Zihuatanejo', 'Guerrero'],
  ['Tlapa', 'Guerrero'],
  ['Perote', 'Veracruz'],
  ['Cosamaloapan', 'Veracruz'],
] as const

export const NEIGHBOURHOODS = [
  'Las Palmas', 'El Mirador', 'Lázaro Cárdenas', 'La Guadalupana', 'San Isidro', 'Los Sauces', 'Jardines del Sol', 'El Tepeyac',
  'Nueva Esperanza', 'Loma Bonita', 'La Cantera', 'Santa Rita', 'Emiliano Zapata', 'El Carrizal', 'Buenavista', 'Tierra Colorada',
] as const // biome-ignore format: a table

export const PEOPLE = [
  'Rogelio Camacho Ibarra', 'Yesenia Montoya Cruz', 'Abel Zaragoza Pinto', 'Lucía Barrera Santos', 'Octavio Mejía Luna',
  'Beatriz Solórzano Rueda', 'Gerardo Tovar Nieto', 'Ximena Palacios Vera', 'Fausto Arriola Campos', 'Irma Delgadillo Ponce',
  'Hilario Bautista Leyva', 'Noemí Carranza Ochoa', 'Saúl Quintanar Rosas', 'Adriana Cervantes Mora', 'Erasmo Valadez Gil',
  'Graciela Olvera Tapia', 'Mauro Espinoza Lara', 'Teresa Villalobos Paz', 'Néstor Aguayo Serna', 'Rocío Zamudio Peña',
] as const // biome-ignore format: a table

export const ROADS = [
  'la carretera federal 15',
  'la carretera federal 200',
  'el libramiento norte',
  'la autopista del Sur',
  'la carretera a La Presa',
  'el bulevar Hidalgo',
  'la avenida Juárez',
  'el periférico',
] as const
export const VEHICLES = [
  'un Tsuru blanco',
  'una Ranger roja',
  'un Jetta gris',
  'una motocicleta Italika',
  'un Aveo negro',
  'una Nissan NP300',
  'una Urvan de pasajeros',
  'un tráiler cargado de cemento',
] as const
export const SCHOOLS = [
  'la primaria Benito Juárez',
  'la secundaria técnica 42',
  'el jardín de niños Rosaura Zapata',
  'la telesecundaria Ricardo Flores Magón',
  'el CBTIS 110',
  'la primaria Niños Héroes',
] as const
export const SHOPS = [
  'una farmacia',
  'una gasolinera',
  'una caja popular',
  'una joyería',
  'una tienda de conveniencia',
  'una casa de empeño',
] as const
export const CROPS = ['maíz', 'agave', 'frambuesa', 'limón', 'caña', 'aguacate'] as const
