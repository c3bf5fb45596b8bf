/** Minutes of a time of day as the pickers have it; undefined while it is not chosen. */
export function minutesOf(time: string): number | undefined {
  const [hours, minutes] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return undefined
  return hours * 60 + minutes
}

const pad = (value: number) => String(value).padStart(2, '0')

/** 07:05 for 425, as the pickers want it; midnight at the end of a day is 00:00. */
export const pickerTime = (minute: number) => `${pad(Math.floor((minute % 1_440) / 60))}:${pad(minute % 60)}`
