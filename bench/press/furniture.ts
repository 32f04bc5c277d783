// What stands around a note on every site: comments, advertisements, standing links, calls. None of it is news.
import { choose } from './chance.ts'
import type { Issue } from './newsroom.ts'

export type Comment = { readonly name: string; readonly text: string }

const COMMENTS: readonly Comment[] = [
  { name: 'Chuy R.', text: 'Ya era hora de que alguien lo dijera. Compartido en el grupo de la colonia.' },
  { name: 'lupita_valles', text: 'Puro circo. En Tala nunca pasa nada y la presidenta bien gracias.' },
  {
    name: 'Ing. Barragán',
    text: '¿Y la licitación dónde se puede consultar? Busqué en la página y no está.',
  },
  {
    name: 'Doña Meche',
    text: 'Dios los bendiga a todos, saludos desde Oxnard, California, a mi gente de Cuisillos.',
  },
  { name: 'anónimo', text: 'Corruptos todos. Nomás se roban el dinero del pueblo.' },
  { name: 'Beto Llamas', text: 'Felicidades por el trabajo, así sí da gusto. Excelente gobierno.' },
  { name: 'Vecina de Ruiseñores', text: 'En mi calle llevamos tres semanas reportando y ni sus luces.' },
  {
    name: 'Prof. Nuño',
    text: 'Sería bueno que revisaran la redacción, hay un acento de más en el segundo párrafo.',
  },
  { name: 'carlos_1987', text: 'Jajaja ahora resulta 😂😂' },
  { name: 'Mary Tere', text: 'Alguien sabe a qué hora abren mañana las oficinas?' },
  { name: 'El Gallo', text: 'Hagan un reportaje de los camiones cañeros, un día va a haber una desgracia.' },
  { name: 'Socorro Íñiguez', text: 'Gracias por informar. Los leo todos los días desde Guadalajara.' },
]

/** Pages that every site has and that are no notes; their titles name things that matchers look for. */
const STANDING: readonly { readonly title: string; readonly slug: string }[] = [
  { title: 'Farmacias de guardia en Tala', slug: 'farmacias-de-guardia' },
  { title: 'Horarios del camión Tala–Guadalajara', slug: 'horarios-del-camion' },
  { title: 'El clima hoy en la región Valles', slug: 'clima' },
  { title: 'Precio de la gasolina esta semana', slug: 'gasolina' },
  { title: 'Horóscopos', slug: 'horoscopos' },
  { title: 'Teléfonos de emergencia del municipio', slug: 'emergencias' },
  { title: 'Bolsa de trabajo', slug: 'bolsa-de-trabajo' },
  { title: 'Esquelas', slug: 'esquelas' },
]

const ADVERTISEMENTS: readonly string[] = [
  'Refaccionaria Núñez · Todo para su camión cañero · Carretera a Ameca km 34',
  'Muebles La Comodidad: meses sin intereses en salas y comedores',
  'Dr. Iván Sandoval, dentista. Consulta y limpieza $350. Portal Hidalgo 12',
  'Salón de eventos Los Arcos, ahora con alberca. Aparta tu fecha',
  'Tortillería La Güera, la de siempre, desde 1974',
  'Se renta local comercial en el Centro. Informes al 384 555 0170',
  'Forrajes y semillas El Potrillo: entrega a domicilio en Cuisillos y Pacana',
]

/** Comments of readers below a note, between none and four. */
export function commentsOn(issue: Issue): readonly Comment[] {
  return choose(COMMENTS, issue.number % 5, `comments on ${issue.id}`)
}

export function standingLinks(count: number, name: string) {
  return choose(STANDING, count, `standing ${name}`)
}

export function advertisements(count: number, name: string): readonly string[] {
  return choose(ADVERTISEMENTS, count, `advertisement ${name}`)
}

/** Other notes of the outlet, for «Lo más leído» and «Te puede interesar»: never the note itself. */
export function otherIssues(
  issues: readonly Issue[],
  issue: Issue | null,
  count: number,
  name: string,
): Issue[] {
  const others = issues.filter((each) => each.id !== issue?.id)
  return choose(others, count, `${name} ${issue?.id ?? ''}`)
}

/** First sentences of the first paragraphs, as the summaries written by machines repeat them. */
export function machineSummary(issue: Issue): readonly string[] {
  return issue.paragraphs.slice(0, 3).map((paragraph) => {
    return /^.{40,}?[.!?…](?=\s|$)/su.exec(paragraph)?.[0] ?? paragraph
  })
}

/** A text cut at a word, as excerpts are. */
export function excerptOf(issue: Issue, words: number, tail = '…'): string {
  const all = (issue.standfirst ?? issue.paragraphs[0] ?? '').split(/\s+/)
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')}${tail}`
}
