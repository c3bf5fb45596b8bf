/// <reference lib="dom" />
import { useState } from 'react'
import { inChina } from '../../domain/kernel/time'
import { CallDetail } from './CallDetail'
import { Chip } from './Chip'
import { cloud, type DemoPerson, type Invocation } from './cloud'
import { usePolled } from './usePolled'

const readLog = (after: number): Promise<Invocation[]> => cloud.log(after)

function resultOf(call: Invocation, people: DemoPerson[]): string {
  if (call.errorCode) return call.errorCode
  if (call.scans > 0) return `扫了全表 ${call.scans} 次`
  return people.find(person => person.openid === call.openid)?.name ?? (call.openid ? '新来的' : '定时')
}

/** What of the log is shown. Visits that the app counts, and timers, come by themselves. */
const views: Record<string, (call: Invocation) => boolean> = {
  人做的: ({ openid, function: room, procedure }) =>
    openid !== null && `${room}.${procedure}` !== 'stats.record',
  出错的: ({ ok, finished, scans }) => (finished && !ok) || scans > 0,
  全部: () => true,
}

/** 函数日志: what was called, how it ended, what it cost. A row opens its database requests. */
export function FunctionLog({ people }: { people: DemoPerson[] }) {
  const { rows } = usePolled(readLog)
  const [view, setView] = useState('人做的')
  const shown = rows.filter(call => views[view]?.(call))
  const [openId, setOpenId] = useState<number | null>(null)
  const open = rows.find(call => call.id === openId)
  return (
    <section>
      <header className="panel__head">
        <h2 className="title">函数日志</h2>
        <span className="meta">{shown.length} 次调用</span>
      </header>
      <div className="chips">
        {Object.keys(views).map(name => (
          <Chip key={name} name={name} isOn={name === view} onTap={() => setView(name)} />
        ))}
      </div>
      <table className="log">
        <thead>
          <tr>
            <th>时间</th>
            <th>过程</th>
            <th>谁，错在哪</th>
            <th>库次</th>
            <th>ms</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(call => (
            <tr
              key={call.id}
              className={`${call.finished && !call.ok ? 'log__bad' : ''} ${call.id === openId ? 'log__open' : ''}`}
              onClick={() => setOpenId(call.id === openId ? null : call.id)}
            >
              <td>{inChina(Date.parse(call.at)).format('H:mm:ss')}</td>
              <td>
                <button type="button">
                  {call.function}.{call.procedure ?? '—'}
                </button>
              </td>
              <td>{resultOf(call, people)}</td>
              <td>{call.databaseRequests.length}</td>
              <td>{Math.round(call.durationMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <CallDetail key={open.id} call={open} />}
    </section>
  )
}
