/// <reference lib="dom" />
import { Fragment, useEffect, useState } from 'react'
import { inChina } from '../../domain/kernel/time'
import { CallDetail } from './CallDetail'
import { Chip } from './Chip'
import { callerOf, costOf, ending, isBad } from './callLine'
import { cloud, type DemoPerson, type Invocation, readResults } from './cloud'
import { usePolled } from './usePolled'

const readLog = (after: number): Promise<Invocation[]> => cloud.log(after)

/** Of the log's table. */
const COLUMNS = 5

/** What came of the phone's calls: asked for again whenever another has come. */
function useResults(rows: readonly Invocation[]): Record<string, string> {
  const [results, setResults] = useState<Record<string, string>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: each row that comes brings a result
  useEffect(() => {
    readResults().then(setResults, () => undefined)
  }, [rows])
  return results
}

/** What of the log is shown. Visits that the app counts, and timers, come by themselves. */
const views: Record<string, (call: Invocation) => boolean> = {
  人做的: ({ openid, function: room, procedure }) =>
    openid !== null && `${room}.${procedure}` !== 'stats.record',
  出错的: isBad,
  全部: () => true,
}

/** 函数日志: what was called, how it ended, what it cost. A row opens its database requests. */
export function FunctionLog({ people }: { people: DemoPerson[] }) {
  const { rows } = usePolled(readLog)
  const results = useResults(rows)
  const [view, setView] = useState('人做的')
  const shown = rows.filter(call => views[view]?.(call))
  const [openId, setOpenId] = useState<number | null>(null)
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
            <th>结果</th>
            <th>库次</th>
            <th>ms</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(call => (
            <Fragment key={call.id}>
              <tr
                className={`${isBad(call) ? 'log__bad' : ''} ${call.id === openId ? 'log__open' : ''}`}
                onClick={() => setOpenId(call.id === openId ? null : call.id)}
              >
                <td>{inChina(Date.parse(call.at)).format('H:mm:ss')}</td>
                <td>
                  <button type="button">
                    {call.function}.{call.procedure ?? '—'}
                  </button>
                </td>
                <td title={callerOf(call, people)}>{ending(call, results, callerOf(call, people))}</td>
                <td>{costOf(call, call.databaseRequests.length)}</td>
                <td>{costOf(call, call.durationMs)}</td>
              </tr>
              {call.id === openId && (
                <tr className="log__detail">
                  <td colSpan={COLUMNS}>
                    <CallDetail call={call} people={people} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
