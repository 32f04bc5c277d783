// Stories, sections and boletines → the names of their places inside the document.
export const anchorOfStory = ({ storyId }: { readonly storyId: number }): string => `nota-${storyId}`
export const anchorOfSection = (id: string | null): string => `seccion-${id ?? 'otros'}`
/** The table of boletines. */
export const BOLETINES_ANCHOR = 'boletines'
/** Entries of «De dónde sale cada cifra». */
export const anchorOfCount = (kind: string, id: string | null): string =>
  `cifra-${kind}-${(id ?? 'otros').replace(/[^0-9A-Za-z]+/g, '-')}`
export const anchorOfBoletin = (folio: string): string => `boletin-${folio.replace(/[^0-9A-Za-z]+/g, '-')}`
/** What was said in networks, and its posts of one tone. */
export const SOCIAL_ANCHOR = 'redes'
export const anchorOfPosts = (tone: string): string => `${SOCIAL_ANCHOR}-${tone.replace(' ', '-')}`
