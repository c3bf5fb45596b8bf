import * as z from 'zod'
import { charactersOf, isVisible } from './characters'
import { limits } from './limits'
import { plainTextOf } from './richText'
import { FileId, Id, line, within } from './schema'

/** The pages of ours that words may lead to; an address that somebody types is never a link. */
const linkKinds = ['event', 'association', 'post', 'topic'] as const

/** Words in one look. */
export const Run = z.strictObject({ text: within(limits.bodyMax), bold: z.literal(true).optional() })
const Runs = z.array(Run).min(1).max(40)

const Heading = z.strictObject({ kind: z.literal('heading'), text: line(1, limits.titleMax) })
const Paragraph = z.strictObject({ kind: z.literal('paragraph'), runs: Runs })
const Item = z.strictObject({ kind: z.literal('item'), runs: Runs })
const Step = z.strictObject({ kind: z.literal('step'), runs: Runs })
const Link = z.strictObject({
  kind: z.literal('link'),
  title: line(1, limits.titleMax),
  to: z.strictObject({ kind: z.enum(linkKinds), id: Id }),
})
const Picture = z.strictObject({
  kind: z.literal('picture'),
  fileId: FileId,
  caption: line(0, limits.titleMax).default(''),
})

export const Block = z.discriminatedUnion('kind', [Heading, Paragraph, Item, Step, Link, Picture])
/** As it is read: whether WeChat's machine has still to look at a picture, which only its author sees until then. */
export const BlockShown = z.discriminatedUnion('kind', [
  Heading,
  Paragraph,
  Item,
  Step,
  Link,
  Picture.extend({ checking: z.boolean() }),
])

const BLOCKS_MAX = 60

const saysSomething = (blocks: z.output<typeof Block>[]) => isVisible(plainTextOf(blocks))
const isShortEnough = (blocks: z.output<typeof Block>[]) =>
  charactersOf(plainTextOf(blocks)).length <= limits.bodyMax

/** Up to sixty blocks and as many characters as a post, of which one can be seen. */
export const RichText = z
  .array(Block)
  .min(1)
  .max(BLOCKS_MAX)
  .refine(saysSomething, { message: 'something to read' })
  .refine(isShortEnough, { message: `at most ${limits.bodyMax} characters` })
  .refine(blocks => blocks.filter(({ kind }) => kind === 'picture').length <= limits.postImagesMax, {
    message: `at most ${limits.postImagesMax} pictures`,
  })
