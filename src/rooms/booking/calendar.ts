import type { CalendarEntry } from '@domain/booking/icsFile'
import { SECOND_MS } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

/** How long before it begins the phone says so. */
const ALARM_SECONDS = 3_600

const isCancel = (error: unknown) => /cancel/i.test((error as { errMsg?: string }).errMsg ?? '')

/** Puts it into the phone's own calendar. The browser saves a file instead: `calendar.h5.ts`. */
export async function addToCalendar({ title, place, startsAt, endsAt }: CalendarEntry): Promise<void> {
  try {
    await Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: Math.floor(startsAt / SECOND_MS),
      endTime: String(Math.floor(endsAt / SECOND_MS)),
      alarm: true,
      alarmOffset: ALARM_SECONDS,
    })
    toast.show('加到手机日历了')
  } catch (error) {
    if (!isCancel(error)) toast.show('没能加到日历，请在微信设置里允许使用日历')
  }
}
