import { articleLimits } from '@domain/content/article'
import { type BodyBlock, blocksOf, filesIn, htmlOf, textOf } from '@domain/content/body'
import { content } from '@domain/content/contract'
import { gapWords, withGaps } from '@domain/content/gaps'
import { titleApart } from '@domain/content/markup'
import { charactersOf } from '@domain/kernel/characters'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import sanitizeHtml from 'sanitize-html'

/** What may come through at all; `body.ts` then takes of it what an article knows. */
const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'div',
      'section',
      'article',
      'blockquote',
      'footer',
      'hr',
      'br',
    ],
    ...['ul', 'ol', 'li', 'strong', 'b', 'em', 'i', 'a', 'span', 'figure', 'figcaption', 'img', 'video'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'td', 'th'],
  ],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], video: ['src'] },
  allowedSchemes: ['https', 'cloud'],
  allowProtocolRelative: false,
  nestingLimit: 60,
}

/**
 * The blocks that some markup holds: cleaned by a library that knows what browsers make of broken markup, then read by
 * our own list of what an article is made of.
 */
export function cleaned(markup: string): BodyBlock[] {
  return blocksOf(sanitizeHtml(markup, rules))
}

/** @throws Refusal CONTENT_TOO_LONG */
export function assertFits(blocks: readonly BodyBlock[]): void {
  const { bodyMax, picturesMax, blocksMax, rowsMax, columnsMax } = articleLimits
  const isLong =
    blocks.length > blocksMax ||
    filesIn(blocks).length > picturesMax ||
    charactersOf(textOf(blocks)).length > bodyMax
  const isTooLarge = (block: BodyBlock) =>
    block.kind === 'table' &&
    (block.rows.length > rowsMax || block.rows.some(({ length }) => length > columnsMax))
  refuse(isLong || blocks.some(isTooLarge), 'CONTENT_TOO_LONG')
}

const GAP = new RegExp(Object.values(gapWords).join('|'), 'g')

export const cleanMarkup = handle(content.cleanMarkup, async (_ctx, { html }) => {
  const apart = titleApart(html)
  const [first] = cleaned(apart.title)
  const title = first ? textOf([first]).slice(0, articleLimits.titleMax) : ''
  const blocks = cleaned(withGaps(apart.title ? apart.rest : html))
  assertFits(blocks)
  return { html: htmlOf(blocks), title, lost: textOf(blocks).match(GAP)?.length ?? 0 }
})
