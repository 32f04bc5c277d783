// Notes of outlets and posts of networks in one day → two counts that never meet, and nobody's name but those declared.
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../src/model.ts'
import { findAccountAddress, nameNetwork, openAccounts } from '../../../src/report/compose/accounts.ts'
import { indexSources } from '../../../src/report/compose/note-facts.ts'
import { composePosicionamiento } from '../../../src/report/compose-posicionamiento.ts'
import { composeSintesis } from '../../../src/report/compose-sintesis.ts'
import { drawSintesis } from '../../../src/report/draw.ts'
import type { SocialPart } from '../../../src/report/sintesis.ts'
import type { SintesisInput } from '../../../src/report/sintesis-input.ts'
import { listNotesAbout } from '../../../src/score/position.ts'
import { makeCertificate, makePosicionamientoInput, makeSintesisInput } from '../fixture-input.ts'
import { makeSource, SOURCES } from '../fixtures.ts'
import { countsOf, makePosts, makeSocialInput, SOCIAL_SOURCES } from '../posts.ts'
import { listNodes, readPdf } from '../read-pdf.ts'

const ALL = [...SOURCES, ...SOCIAL_SOURCES]

function socialOf(input: SintesisInput): SocialPart {
  const { social } = composeSintesis(input)
  if (social === null) throw new Error('a day with posts has its part')
  return social
}

const at = (posts: readonly Note[], index: number): Note => {
  const found = posts[index]
  if (found === undefined) throw new Error(`no post ${index}`)
  return found
}

describe('a day with posts', () => {
  it('counts its notes as if there were none: page one, sections, index, attached table', () => {
    const without = composeSintesis(makeSintesisInput(12))
    const report = composeSintesis(makeSocialInput(12, 60))
    const { day, figures, tally, facts, sections, index, trails, boletines, data } = report
    const same = { day, figures, tally, facts, sections, index, trails, boletines, data }
    expect(without).toMatchObject(same)
    expect(report.social?.noteIds).toHaveLength(60)
  })

  it('says in what was reviewed how many of the archive are posts', () => {
    const remarks = (posts: number) => composeSintesis(makeSocialInput(12, posts)).certificate.remarks
    expect(remarks(60)).toContain(
      'De lo que habla del municipio, 60 publicaciones son de redes y se cuentan aparte.',
    )
    expect(remarks(0).join()).not.toContain('redes')
  })

  it('has no such part without posts, and no file', async () => {
    const report = composeSintesis(makeSocialInput(3, 0))
    expect(report.social).toBeNull()
    const { attachments, bookmarks } = await readPdf(await drawSintesis(report, 'carta'))
    expect([...attachments.keys()]).not.toContain('redes.csv')
    expect(bookmarks).not.toContain('Redes')
  })

  it('keeps posts that wait for a person out of its counts and says how many they are', () => {
    const input = makeSocialInput(3, 5)
    const notes = input.notes.map((note) =>
      note.sourceId === 'avisos'
        ? { ...note, mentions: note.mentions.map((one) => ({ ...one, belonging: 'dudosa' as const })) }
        : note,
    )
    const social = socialOf({ ...input, notes })
    expect(social.noteIds).toHaveLength(4)
    expect(social.doubt).toBe('1 más espera confirmación y no cuenta.')
  })

  it('counts posts neither in the weekly report nor in its figures, and says so', () => {
    const input = makePosicionamientoInput(30, 4)
    const posts = makePosts(10)
    const certificate = makeCertificate(40, { kept: { ours: 40, doubtful: 0, other: 1200, posts: 10 } })
    const notes = [...input.notes, ...posts]
    const report = composePosicionamiento({ ...input, sources: ALL, notes, certificate })
    expect(report.data).toHaveLength(30)
    expect(report.certificate.remarks.join(' ')).toContain('10 publicaciones son de redes')
    expect(listNotesAbout(posts, ['tala'], ALL)).toEqual([])
  })

  it('puts the posts of an outlet that only lives in a network among its notes', () => {
    const outlet = makeSource('denuncia', 'Denuncia Ciudadana Tala', 'red-social')
    const sources = ALL.map((source) => (source.id === 'denuncia' ? outlet : source))
    const report = composeSintesis(makeSocialInput(12, 5, { sources }))
    expect(report.notes).toBe(13)
    expect(report.social?.noteIds).toHaveLength(4)
  })
})

describe('the posts that are printed', () => {
  it('are the four that most people touched, one of each account while there are others', () => {
    const input = makeSocialInput(3, 5)
    const again = { ...at(makePosts(1), 0), id: 8100 }
    const said = 'Segunda denuncia del día: tampoco hay agua en Cuisillos, Tala.'
    const second = { ...again, article: { ...again.article, title: said, paragraphs: [said] } }
    const counts = new Map([
      ...(input.counts ?? []),
      [8100, { views: null, reactions: 900, comments: 90, shares: 9 }],
    ])
    const { chosen } = socialOf({ ...input, notes: [...input.notes, second], counts })
    expect(chosen.map(({ id }) => id)).toEqual([8001, 8000, 8002, 8003])
  })

  it('print once what two accounts wrote with the same words', () => {
    const input = makeSocialInput(0, 2)
    const [first, other] = makePosts(2)
    const copied = { ...other, article: { ...first?.article, url: other?.article.url } } as Note
    const { chosen, listed } = socialOf({ ...input, notes: [first as Note, copied] })
    expect([chosen.length, listed.length]).toEqual([1, 2])
  })

  it('keep their emoji, lose fancy letters, and bear the counts of their network', () => {
    const { chosen } = socialOf(makeSocialInput(0, 5))
    const said = chosen.map(({ network, text, metrics }) => [
      network,
      text,
      metrics?.replaceAll('\u00a0', ' '),
    ])
    expect(said).toContainEqual([
      'Instagram',
      'Feria de la Caña 🎡🍬 lo que sí tienes que probar este finde en Tala ✨',
      '48,300 vistas · 2,910 me gusta',
    ])
  })

  it('are cut at 280 characters, and whole in the attached table', () => {
    const long = `${'Sin agua en Tala, Jalisco. '.repeat(40)}Fin.`
    const [post] = makePosts(1)
    const notes = [
      { ...post, article: { ...post?.article, title: 'Sin agua en Tala', paragraphs: [long] } } as Note,
    ]
    const { chosen, data } = socialOf(makeSocialInput(0, 1, { notes }))
    expect(chosen[0]?.text?.length).toBeLessThanOrEqual(280)
    expect(data[0]?.texto).toBe(long)
  })

  it('print no text of who allows only title and link', () => {
    const sources = ALL.map((source) => ({ ...source, rights: 'titulo-y-liga' as const }))
    const { chosen, data } = socialOf(makeSocialInput(0, 1, { sources }))
    expect([chosen[0]?.text, data[0]?.texto]).toEqual([null, null])
  })
})

describe('a person who is no declared source', () => {
  it('is nowhere in the document: neither name, nor handle, nor address', async () => {
    const report = composeSintesis(makeSocialInput(3, 60))
    const pdf = await readPdf(await drawSintesis(report, 'carta'))
    const everything = JSON.stringify([pdf.texts, pdf.links, pdf.structures, [...pdf.attachments]])
    expect(everything).toContain('cuenta ciudadana')
    for (const name of ['Guadalupe', 'lupita_g', 'vecina7', '@vecina']) expect(everything).not.toContain(name)
  })

  it('is told apart from others, so that accounts are counted', () => {
    const text = socialOf(makeSocialInput(0, 60))
      .sentence.map((part) => part.text)
      .join('')
    expect(text.replaceAll('\u00a0', ' ')).toContain('60 menciones de 60 cuentas')
  })

  it('bears the name of the source that is declared for that account', () => {
    const declared = makeSource('lupita', 'Lupita G., cronista', 'red-social', {
      url: 'https://mastodon.social/@Lupita_G',
      channels: [{ kind: 'mastodon', url: 'https://mastodon.social/@Lupita_G' }],
      isSocial: true,
    })
    const { source } = openAccounts(indexSources([...ALL, declared]))(at(makePosts(4), 3))
    expect(source?.name).toBe('Lupita G., cronista')
  })
})

describe('whose a post is', () => {
  it.each([
    ['https://mastodon.social/@Vecina/114', 'mastodon.social/vecina'],
    ['https://mastodon.social/users/vecina/statuses/114', 'mastodon.social/vecina'],
    ['https://bsky.app/profile/vecina.bsky.social/post/3k', 'bsky.app/vecina.bsky.social'],
    ['https://www.threads.net/@vecina/post/C1', 'threads.net/vecina'],
    ['https://x.com/vecina/status/9', 'x.com/vecina'],
    ['https://t.me/s/avisostala', 't.me/avisostala'],
    ['https://www.youtube.com/watch?v=abc', null],
    ['https://www.facebook.com/groups/1/posts/2', null],
    ['no es dirección', null],
  ])('is read from %s as %s', (url, account) => {
    expect(findAccountAddress(url)).toBe(account)
  })

  it('has a network by its own address, or by the channel of its source', () => {
    const [post] = makePosts(1)
    const other = { ...post, article: { ...post?.article, canonicalUrl: 'https://tala.social/@a/1' } } as Note
    const tag = SOCIAL_SOURCES.find(({ id }) => id === 'etiqueta')
    expect([
      nameNetwork(post as Note, undefined),
      nameNetwork(other, tag),
      nameNetwork(other, undefined),
    ]).toEqual(['Facebook', 'Mastodon', 'Red social'])
  })
})

describe('the part as it is drawn', () => {
  it('quotes each post, and leads every count to the posts behind it', async () => {
    const pdf = await readPdf(await drawSintesis(composeSintesis(makeSocialInput(6, 60)), 'carta'))
    const quotes = pdf.structures.flatMap(listNodes).filter(({ role }) => role === 'BlockQuote')
    expect(quotes).toHaveLength(4)
    expect(pdf.bookmarks).toContain('Redes')
    const tones = ['positivo', 'neutro', 'mixto', 'negativo'].map((tone) => `redes-${tone}`)
    for (const place of ['redes-lista', ...tones]) {
      expect(pdf.destinations).toContain(place)
      expect(pdf.links.map(({ dest }) => dest)).toContain(place)
    }
  })

  it('lists the eighty that most people touched of a day with more, and says where the others are', () => {
    const { listed, guide } = socialOf(makeSocialInput(0, 214))
    expect(listed).toHaveLength(80)
    expect(guide).toBe(
      'Se listan las 80 con más interacciones de 214; todas van adjuntas en este PDF (redes.csv).',
    )
    expect(countsOf(makePosts(1)).size).toBe(1)
  })
})
