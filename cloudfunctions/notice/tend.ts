import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { sendHeld } from './sending'

/** What the room does by the clock; WeChat gives a function one timer. */
export const tend = (now: Instant) => keepHouse('notice', { sent: sendHeld }, now)
