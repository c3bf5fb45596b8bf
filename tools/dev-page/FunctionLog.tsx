/// <reference lib="dom" />
import { useState } from 'react'
import { inChina } from '../../domain/kernel/time'
import { CallDetail } from './CallDetail'
import { cloud, type DemoPerson, type Invocation } from './cloud'
import { usePolled } from './usePolled'

const readLog = (after: number): Promise<Invocation[]> => cloud.log(after)

function resultOf(call: Invocation, people: DemoPerson[]): string {
  if (call.errorCode) return call.errorCode
  if (call.scans > 0) return `扫了全表 ${call.scans} 次`
  return people.find(person => person.openid === call.openid)?.name ?? (call.openid ? '新来的' : '定时')
}

/** 函数日志: what was called, how it ended, what it cost. A row opens its database requests. */
export function FunctionLog({ people }: { people: DemoPerson[] }) {
  const { rows } = usePolled(readLog)
  const [openId, setOpenId] = useState<number | null>(null)
  const open = rows.find(call => call.id === openId)
  return (
    <section>
      <header className="panel__head">
        <h2 className="title">函数日志</h2>
        <span className="meta">{rows.length} 次调用</span>
      </header>
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
          {rows.map(call => (
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
