/// <reference lib="dom" />
import { useCallback, useEffect, useState } from 'react'
import { deliveredRules } from '../../domain/coin/rules'
import { DAY_MS, dayOf, HOUR_MS, inChina, MINUTE_MS, SECOND_MS, startOfDay } from '../../domain/kernel/time'
import { Chip } from './Chip'
import { type Clock, cloud } from './cloud'
import { nextWorkingMoment, sayLaterDay } from './moments'

const weekdays = '日一二三四五六'
const MINUTES_A_DAY = DAY_MS / MINUTE_MS
const STEP_MINUTES = 5

/** Moments of a working day to go to, always later ones than now. */
const jumps: readonly [name: string, afterMidnightMs: number][] = [
  ['7:00 前 1 秒', 7 * HOUR_MS - SECOND_MS],
  ['9:00 整', 9 * HOUR_MS],
]

interface Props {
  /** The clock was set: whatever the phone shows is of another time. */
  onChange(): void
}

/** 现在几点: the functions' clock, real or set; it runs on from where it is set. */
export function ClockPanel({ onChange }: Props) {
  const [aheadMs, setAheadMs] = useState(0)
  const [isReal, setIsReal] = useState(false)
  const [now, setNow] = useState(Date.now())
  const follow = useCallback((clock: Clock) => {
    setAheadMs(Date.parse(clock.at) - Date.now())
    setIsReal(clock.real)
    setNow(Date.now())
  }, [])

  useEffect(() => {
    cloud.clock().then(follow, () => undefined)
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [follow])

  const at = now + aheadMs
  const set = async (instant: number | null) => {
    follow(await cloud.setClock(instant === null ? null : new Date(instant).toISOString()))
    onChange()
  }
  const china = inChina(at)

  return (
    <section>
      <h2>现在几点</h2>
      <p className="clock">
        <strong>{china.format('H:mm:ss')}</strong>
        <span className="meta">
          周{weekdays[china.day()]} {china.format('M 月 D 日')}
        </span>
      </p>
      <Track at={at} onSet={instant => void set(instant)} />
      <div className="chips">
        <Chip name="真实时间" isOn={isReal} onTap={() => void set(null)} />
        {jumps.map(([name, afterMidnightMs]) => {
          const next = nextWorkingMoment(at, afterMidnightMs)
          return (
            <button type="button" className="chip" key={name} onClick={() => void set(next)}>
              {sayLaterDay(next, at)}
              {name}
            </button>
          )
        })}
        <button type="button" className="chip" onClick={() => void set(at + DAY_MS)}>
          快进 1 天
        </button>
      </div>
    </section>
  )
}

/** The day as a line with its Happy Hours; drag to set the time. */
function Track({ at, onSet }: { at: number; onSet(instant: number): void }) {
  const midnight = startOfDay(dayOf(at))
  const minute = Math.floor((at - midnight) / MINUTE_MS)
  return (
    <>
      <div className="track">
        {deliveredRules.happyHours.map(({ fromMinute, toMinute }) => (
          <i
            key={fromMinute}
            style={{
              left: `${(fromMinute / MINUTES_A_DAY) * 100}%`,
              width: `${((toMinute - fromMinute) / MINUTES_A_DAY) * 100}%`,
            }}
          />
        ))}
        <input
          type="range"
          min={0}
          max={MINUTES_A_DAY - STEP_MINUTES}
          step={STEP_MINUTES}
          value={minute - (minute % STEP_MINUTES)}
          aria-label="时刻"
          onChange={event => onSet(midnight + Number(event.target.value) * MINUTE_MS)}
        />
      </div>
      <p className="track__scale meta">
        {[0, 6, 12, 18, 24].map(hour => (
          <span key={hour}>{hour}</span>
        ))}
      </p>
    </>
  )
}
