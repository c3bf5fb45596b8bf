import { type CalendarEntry, icsFileOf } from '@domain/booking/icsFile'

/** A file that any calendar opens. */
export async function addToCalendar(entry: CalendarEntry): Promise<void> {
  const file = new Blob([icsFileOf(entry, Date.now())], { type: 'text/calendar;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${entry.title}.ics`
  link.click()
  URL.revokeObjectURL(link.href)
}
