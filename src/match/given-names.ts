// Given names frequent in Mexico: the capitalised word after one is a surname. A fact of the world, as a table.

/** Folded given names, from everyday registers; unisex and compound ones by their first word. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
  abel abigail abraham adela adelina adolfo adrian adriana agustin agustina aida alan alba alberto aldo alejandra alejandro
  alexis alfonso alfredo alicia alma alondra alvaro amado amalia amanda amelia amparo ana anabel anahi andrea andres angel
  angela angelica anselmo antonia antonio apolinar araceli ariana aristeo armando arnoldo arnulfo artemio arturo aurelio
  aurora beatriz benito benjamin bernabe bernardo berta bertha blanca bonifacio braulio brayan brenda brigida bruno bryan
  camila camilo candelaria candido carina carla carlos carmen carolina catalina cecilia celestino celia cesar christian
  cinthia cirilo ciro clara claudia claudio conrado consuelo crescencio cristian cristina cristobal dafne dagoberto dalia
  damian daniel daniela danna dante dario david delfina delia demetrio denisse diana diego dionisio dolores domingo dulce
  edgar edith edmundo eduarda eduardo efrain efren elba elena elia elias eligio elisa eliseo elizabeth eloisa eloy elsa elvia
  elvira emilia emiliano emilio emma emmanuel enedina enrique enriqueta epifanio erasmo erica erick erik erika ernestina
  ernesto esmeralda esperanza esteban estefania estela ester esther eugenia eugenio eulalia eusebio eva evangelina evaristo
  evelia evelyn ezequiel fabian fabiola fatima faustino federico feliciano felicitas felipe felix fermin fernanda fernando
  fidel fidelia fidencio flor florencio florentino fortino francisca francisco gabriel gabriela gael genaro genoveva georgina
  gerardo german gerson gilberto gisela gloria gonzalo graciela gregorio griselda guadalupe guillermina guillermo gustavo
  hector heriberto herminia hernan hilario hilda homero horacio hortensia hugo humberto ignacio ines inocencia irene iris irma
  isaac isabel isaias isela isidoro isidro ismael israel itzel ivan ivonne jacinto jacobo jacqueline jaime janeth javier
  jazmin jeronimo jessica jesus jimena joana joaquin jocelyn joel johana jonas jonathan jordan jorge jose josefa josefina
  josue juan juana julia julian juliana julieta julio justino karen karina karla katia kevin laila larisa lariza laura lazaro
  leobardo leonardo leonel leonor leopoldo leslie leticia lidia ligia lilia liliana lino lizbeth lizeth lorena lorenza lorenzo
  lourdes lucero lucia luciana luis luisa lupita luz macario magdalena manuel marcela marcelino marcelo marco marcos margarita
  margarito maria mariana mariano maribel maricela maricruz marina mario marisela marisol maritza marta martha martin
  martiniano mateo matias matilde mauricio maximiliano maximino mayra melchor melissa mercedes micaela miguel minerva mireya
  miriam mirna misael modesto moises monica nadia nancy natalia natanael nayeli nazario nelly nestor nicolas nicole noe noemi
  nora norberto norma octavio olga oliver olivia omar oralia orlando oscar osvaldo oswaldo pablo paloma pamela paola pascual
  patricia patricio paula paulino pedro perla petra pilar porfirio primitivo priscila rafael rafaela ramiro ramon ramona
  raquel raul raymunda raymundo rebeca refugio regina reina renata rene reyna reynaldo ricarda ricardo rigoberto rita roberto
  rocio rodolfo rodrigo rogelio roman romelia romeo romualdo rosa rosalba rosalia rosalinda rosalva rosana rosario rosaura
  roxana ruben rufina ruperto ruth sabino salma salomon salvador samantha samuel sandra santos sara sarahi saul sebastian
  selene sergio severiano severina sheila silvana silverio silvestre silvia simon socorro sofia soledad sonia stephanie susana
  susano tadeo tamara tania teodora teodoro teofilo teresa tiburcio tito tobias tomas tomasa tranquilino trinidad ulises
  urbano uriel ursula valentin valentina valeria vanessa vania venancio veronica vicenta vicente victor victoria violeta
  virginia viridiana wenceslao wendy wilfrido xavier ximena yadira yahir yareli yazmin yesenia yolanda yolotl yuridia zacarias
  zenaida zoila zulema
  `
    .trim()
    .split(/\s+/),
)
