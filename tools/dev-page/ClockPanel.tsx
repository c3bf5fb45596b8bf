/// <reference lib="dom" />
import { useEffect, useState } from 'react'
import { deliveredRules } from '../../domain/coin/rules'
import { DAY_MS, dayOf, HOUR_MS, inChina, MINUTE_MS, SECOND_MS, startOfDay } from '../../domain/kernel/time'
import { cloud } from './cloud'

const weekdays = '日一二三四五六'
const MINUTES_A_DAY = DAY_MS / MINUTE_MS
const STEP_MINUTES = 5

interface Props {
  /** The clock was set: whatever the phone shows is of another time. */
  onChange(): void
}

/** 现在几点: the functions' clock, real or set; it runs on from where it is set. */
export function ClockPanel({ onChange }: Props) {
  const [aheadMs, setAheadMs] = useState(0)
  const [now, setNow] = useState(Date.now())

  useEffect(() => {
    const read = () =>
      cloud.clock().then(
        clock => setAheadMs(Date.parse(clock.at) - Date.now()),
        () => undefined,
      )
    void read()
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])

  const at = now + aheadMs
  const set = async (instant: number | null) => {
    const clock = await cloud.setClock(instant === null ? null : new Date(instant).toISOString())
    setAheadMs(Date.parse(clock.at) - Date.now())
    setNow(Date.now())
    onChange()
  }
  const midnight = startOfDay(dayOf(at))
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
        <button type="button" className="chip" onClick={() => void set(null)}>
          真实时间
        </button>
        <button type="button" className="chip" onClick={() => void set(midnight + 7 * HOUR_MS - SECOND_MS)}>
          7:00 前 1 秒
        </button>
        <button type="button" className="chip" onClick={() => void set(midnight + 9 * HOUR_MS)}>
          9:00 整
        </button>
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
