import type { Instant } from '../kernel/time'

/** One entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same thing, so that adding it twice keeps one. */
  id: string
  title: string
  place: string
  startsAt: Instant
  endsAt: Instant
}

/** Octets that a line may have, its break not counted: RFC 5545, 3.1. */
const LINE_BYTES_MAX = 75

/** 20261128T003000Z, as RFC 5545, 3.3.5, writes an instant in UTC. */
const stampOf = (at: Instant) => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, mark => `\\${mark}`).replace(/\r?\n/g, '\\n')

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** A long line goes on in the next after a space; a character is never cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (bytesOf(current + character) > LINE_BYTES_MAX) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** An iCalendar file with one event (RFC 5545). */
export function icsFileOf({ id, title, place, startsAt, endsAt }: CalendarEntry, now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//wo-community//booking//ZH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART:${stampOf(startsAt)}`,
    `DTEND:${stampOf(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
