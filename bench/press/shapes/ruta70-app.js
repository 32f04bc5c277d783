// The browser's part of Ruta 70 Noticias: asks the API and builds the page. Served to browsers, never imported.
const SECTIONS = ['Carreteras', 'Seguridad', 'Tala', 'Alertas', 'Servicios']

function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

function stamp(note) {
  return element('time', { class: 'fecha', datetime: note.fecha }, note.hace)
}

function card(note) {
  return element(
    'article',
    { class: 'tarjeta' },
    element('a', { href: note.url }, element('img', { src: note.imagen, alt: '', loading: 'lazy' })),
    element(
      'div',
      {},
      element('span', { class: 'seccion' }, note.seccion),
      element('h2', {}, element('a', { class: 'titular', href: note.url }, note.titulo)),
      element('p', {}, note.resumen),
      stamp(note),
    ),
  )
}

function frame(...main) {
  return [
    element(
      'header',
      { class: 'barra' },
      element('a', { class: 'logo', href: '/' }, 'RUTA ', element('b', {}, '70'), ' NOTICIAS'),
      element('nav', {}, ...SECTIONS.map((name) => element('a', { href: '/' }, name))),
    ),
    element('div', { class: 'urgente' }, '🔴 EN VIVO: tráfico en la Guadalajara–Ameca, minuto a minuto'),
    element('main', {}, ...main),
    element('footer', {}, '© 2026 Ruta 70 Noticias · Reporta al WhatsApp 384 555 0170'),
  ]
}

function article(note) {
  return element(
    'article',
    { class: 'nota' },
    element('span', { class: 'seccion' }, note.seccion),
    element('h1', {}, note.titulo),
    note.bajada === null ? null : element('p', { class: 'bajada' }, note.bajada),
    element(
      'div',
      { class: 'datos' },
      element('span', { class: 'autor' }, note.autor ?? 'Ruta 70'),
      stamp(note),
    ),
    element('img', { src: note.imagen, alt: '' }),
    element('div', { class: 'cuerpo' }, ...note.parrafos.map((text) => element('p', {}, text))),
    element('div', { class: 'canal' }, 'Únete a nuestro canal de WhatsApp y entérate primero'),
    element('section', { class: 'mas' }, element('h3', {}, 'Más de la ruta'), ...note.relacionadas.map(card)),
  )
}

async function ask(path) {
  const answer = await fetch(path)
  return answer.ok ? answer.json() : null
}

async function start() {
  const root = document.getElementById('root')
  const id = /^\/nota\/(\d+)/.exec(location.pathname)?.[1]
  if (id === undefined) {
    const page = new URLSearchParams(location.search).get('pagina') ?? '1'
    const list = await ask(`/api/notas?pagina=${page}`)
    root.replaceChildren(...frame(element('section', { class: 'lista' }, ...list.notas.map(card))))
    return
  }
  const note = await ask(`/api/notas/${id}`)
  if (note !== null) document.title = `${note.titulo} | Ruta 70 Noticias`
  root.replaceChildren(...frame(note === null ? element('p', {}, 'No encontramos esa nota.') : article(note)))
}

start()
