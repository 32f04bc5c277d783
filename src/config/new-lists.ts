// Nothing → the delivery.yml and alerts.yml of a new workspace: all of it explained, and none of it in force yet.

/** Uncommented it is a file that the program takes; as it stands it sends nothing to anybody. */
export const DELIVERY_TEMPLATE = `# yaml-language-server: $schema=./delivery.schema.json
# A quién llega cada reporte. Mientras todo lleve # no se envía nada; quita los # de lo que quieras usar.
# El servidor de correo va en la variable SINTESIS_SMTP_URL. «sintesis send sintesis --dry-run» enseña qué saldría.
#from: Síntesis <sintesis@municipio.gob.mx>
#briefs:
#  sintesis: # el nombre del archivo en reports/
#    mail: [presidencia@municipio.gob.mx, secretaria@municipio.gob.mx]
#    count: 2 # cuántos correos son: si no cuadra, no se envía a nadie
#    attach: [pdf] # pdf, xlsx, csv, texto
#    folders: [{ path: /home/oficina/Nube/Síntesis, files: [pdf, texto] }] # una carpeta que ya existe
#    addendum: true # el alcance, a los mismos
#    extraordinary: { mail: [presidencia@municipio.gob.mx], count: 1 } # una lista propia
`

/** Uncommented it is a file that the program takes; as it stands nothing interrupts anybody. */
export const ALERTS_TEMPLATE = `# yaml-language-server: $schema=./alerts.schema.json
# Qué puede interrumpir a alguien. Mientras todo lleve # no hay avisos; quita los # de lo que quieras usar.
# «sintesis alerts --try 7» dice cuántos avisos habrían salido esta semana con estas reglas.
#waitMinutes: 30 # lo que se espera a que una historia se junte; los medios clave no esperan
#freshHours: 6 # solo notas que por su propio dato se publicaron hace poco
#perDay: 8 # tope del día
#cooldownMinutes: 10 # descanso entre dos avisos de una misma regla
#quiet: { from: '22:00', to: '06:00' } # horas de silencio; «urgent: true» en una regla las salta
#rules: # vale la primera que se cumple; de cada una, todo lo que dice
#  - { id: agua, title: Falta de agua, tone: [negativo], words: [desabasto, sin agua], urgent: true }
#  - { id: negativa, title: Nota negativa, tone: [negativo], prominence: [titular, entrada], tiers: [1, 2] }
#from: Síntesis <sintesis@municipio.gob.mx>
#mail: [vocera@municipio.gob.mx]
`

/** Whether a text of YAML says nothing: only comments and empty lines. */
export const saysNothing = (text: string): boolean =>
  text.split('\n').every((line) => /^\s*(#.*)?$/.test(line))
