import { decoded, encoded } from '@domain/content/markup'
import type { Teacher } from '@/ui/explained/teacher'

type Finder = Pick<Teacher, 'idsIn' | 'partsOf'>

/** What a word leads to. It has the form of an address so that mp-html takes it for no page of ours. */
const WORD = 'word://'

/** As `explained.scss` has it: no stylesheet of ours reaches into the native component. */
const look =
  'color:inherit;text-decoration:underline dotted var(--accent) 2px;text-underline-offset:4px;padding:0;'

/** A heading stays whole, and what leads elsewhere does. */
const UNEXPLAINED = /^<(h2|a)[\s>]/
const END = /^<\/(h2|a)>/

/** Markup of ours in pieces, of which `words` are to be read: tags and what is never explained are not. */
function piecesOf(html: string): { piece: string; words: boolean }[] {
  let inside = false
  return html.split(/(<[^>]*>)/).map(piece => {
    if (UNEXPLAINED.test(piece)) inside = true
    if (END.test(piece)) inside = false
    return { piece, words: !inside && piece !== '' && !piece.startsWith('<') }
  })
}

/** The words that an article's markup can explain, each once, in its order. */
export function idsInMarkup(html: string, finder: Finder): string[] {
  const found = piecesOf(html).flatMap(({ piece, words }) => (words ? finder.idsIn(decoded(piece)) : []))
  return [...new Set(found)]
}

/** The markup with a link on each wanted word, at its first place alone. */
export function linkedMarkup(html: string, finder: Finder, wanted: ReadonlySet<string>): string {
  const left = new Set(wanted)
  return piecesOf(html)
    .map(({ piece, words }) => {
      if (!words || left.size === 0) return piece
      const parts = finder.partsOf(decoded(piece), left)
      return parts
        .map(({ text, id }) => {
          if (id === null) return encoded(text)
          left.delete(id)
          return `<a href="${WORD}${encoded(id)}" style="${look}">${encoded(text)}</a>`
        })
        .join('')
    })
    .join('')
}

/** The word that a link leads to; null: it leads elsewhere. */
export function wordOfLink(href: string): string | null {
  return href.startsWith(WORD) ? href.slice(WORD.length) : null
}
