import * as z from 'zod'
import { charactersOf, isVisible, isWellFormed } from './characters'
import { limits } from './limits'

/**
 * Control characters, the marks that reorder text on screen (a name could otherwise read as another's), and all that leaves
 * no mark and could stand inside a word: a check would read another word than people do.
 */
const UNSAFE_CHARACTERS =
  /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?![\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu
/** What joins and names emoji, where no emoji stands before it. */
const STRAY_PARTS =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u{e007f})\u200d|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/gu

const harmless = (value: string) =>
  value.replace(UNSAFE_CHARACTERS, '').replace(STRAY_PARTS, '').normalize('NFC')
const cleaned = (value: string) => harmless(value).trim()
const charactersIn = (value: string) => charactersOf(value).length

/** Text that a person writes: cleaned, then counted in characters as people count them (an emoji is one). */
export function text(min: number, max: number) {
  return z
    .string()
    .max(max * 8)
    .transform(cleaned)
    .refine(isWellFormed, { message: 'well-formed text' })
    .refine(value => value === '' || isVisible(value), { message: 'something to see' })
    .refine(value => charactersIn(value) >= min && charactersIn(value) <= max, {
      message: `${min} to ${max} characters`,
    })
}

/** A part of a text: cleaned, but with the spaces that stand between it and its neighbours. */
export function within(max: number) {
  return z
    .string()
    .min(1)
    .max(max * 8)
    .transform(harmless)
    .refine(isWellFormed, { message: 'well-formed text' })
}

/** One line: a title, a name. */
export function line(min: number, max: number) {
  return text(min, max).refine(value => !value.includes('\n'), { message: 'one line' })
}

/** Blanks of any sort, and what a decoder puts where bytes are no text. */
const BLANKS = /[\s\ufffd]+/g

/** One line as files carry it: every stretch of blanks is one, so that what is written comes back the same. */
export function plainLine(min: number, max: number) {
  return z
    .string()
    .max(max * 8)
    .transform(value => harmless(value).replace(BLANKS, ' '))
    .pipe(line(min, max))
}

export const Id = z.string().regex(/^[\w:.-]{1,120}$/)
export const EmployeeId = z.string().regex(/^VC\d{6}$/)
export const RequestId = z.string().regex(/^[\w-]{8,64}$/)
export const FileId = z.string().regex(/^cloud:\/\/[\w./-]{1,300}$/)
/** Only what was uploaded as a list: it is read, and removed once it has been. */
export const UploadedCsv = FileId.regex(/^cloud:\/\/[\w.-]+\/uploads\/[\w-]+\.csv$/)
/** What lies further ahead is a slip, and the calendar of no phone goes to where whole numbers end. */
const LAST_INSTANT = Date.UTC(2100, 0, 1)
export const Instant = z.number().int().nonnegative().max(LAST_INSTANT)
export const Count = z.number().int().nonnegative()
/** Whole coins. */
export const Coins = z.number().int()
/** Where the last page ended; opaque to clients. Absent: the first page. */
export const Cursor = z.string().regex(/^[\w:.~-]{1,200}$/)
/** Where a list is sorted by a whole number: nothing else can be the key of a row. */
export const NumberCursor = z.string().regex(/^\d{1,15}$/)
export const NextCursor = Cursor.nullable()
export const Reason = text(limits.reasonMin, limits.reasonMax)

/** A colleague as others see them: never a phone number, never an openid. */
export const Person = z.object({
  employeeId: z.string(),
  name: z.string(),
  site: z.string(),
  department: z.string(),
  /** The file of their picture, once it has passed. Never kept with a copy: the door of each function puts it in. */
  face: z.string().optional(),
})
/** Of a colleague no more than their name, and the picture that the door puts in; null: none. */
export const Pictured = z.object({ employeeId: z.string(), name: z.string(), face: z.string().nullable() })
/** Who wrote something: a colleague, or an official account with a badge. */
export const Author = Person.extend({ official: z.boolean() })
