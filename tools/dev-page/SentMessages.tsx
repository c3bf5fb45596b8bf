import { useEffect, useState } from 'react'
import { inChina } from '../../domain/kernel/time'
import type { TemplateName } from '../../domain/notice/kinds'
import { QUIET_TO_HOUR } from '../../domain/notice/quietHours'
import { cloud, type DemoPerson, type Held, type Sent } from './cloud'
import { messageTitles } from './messageTitles'
import { usePolled } from './usePolled'

const readOutbox = (after: number): Promise<Sent[]> => cloud.outbox(after)

const HELD_READ_MS = 3_000

/** What was sent at night and waits for the morning, the latest first. */
function useHeld(): Held[] {
  const [held, setHeld] = useState<Held[]>([])
  useEffect(() => {
    const read = () =>
      cloud.held().then(
        found => setHeld(found.reverse()),
        () => undefined,
      )
    void read()
    const timer = setInterval(read, HELD_READ_MS)
    return () => clearInterval(timer)
  }, [])
  return held
}

function isMessage({ api }: Sent): boolean {
  return api.includes('subscribeMessage')
}

function nameOf(people: DemoPerson[], isThem: (person: DemoPerson) => boolean): string {
  return people.find(isThem)?.name ?? '同事'
}

/** A template that has an id of its own here is called as WeChat calls every message of its kind. */
function titleOf(template: string): string {
  return messageTitles[template as TemplateName] ?? '服务通知'
}

interface MessageProps {
  to: string
  template: string
  values: string[]
  when: string
}

function Message({ to, template, values, when }: MessageProps) {
  return (
    <article className="message">
      <p className="meta">
        <span className="badge">订阅消息</span> 给 {to}
        <time>{when}</time>
      </p>
      <strong>{titleOf(template)}</strong>
      <p className="meta">{values.join(' · ')}</p>
    </article>
  )
}

/** 发出去的消息: subscribe messages as WeChat would deliver them, and above them those that the night holds back. */
export function SentMessages({ people }: { people: DemoPerson[] }) {
  const { rows, clear } = usePolled(readOutbox)
  const held = useHeld()
  const messages = rows.filter(isMessage)
  const empty = async () => {
    await cloud.clearOutbox()
    clear()
  }
  return (
    <section>
      <header className="panel__head">
        <h2 className="title">
          发出去的消息 <span className="meta">{messages.length}</span>
        </h2>
        <button type="button" className="link" onClick={() => void empty()}>
          清空
        </button>
      </header>
      {messages.length + held.length === 0 && (
        <p className="meta">还没有。申请入会、批准或发货之后，微信会送达的消息出现在这里。</p>
      )}
      {held.map(({ _id, employeeId, template, values }) => (
        <Message
          key={_id}
          to={nameOf(people, person => person.employeeId === employeeId)}
          template={template}
          values={values}
          when={`${QUIET_TO_HOUR}:00 后送达`}
        />
      ))}
      {messages.map(({ id, openid, data, at }) => (
        <Message
          key={id}
          to={nameOf(people, person => person.openid === openid)}
          template={data.templateId ?? data.template_id ?? ''}
          values={Object.values(data.data ?? {}).map(({ value }) => value)}
          when={inChina(Date.parse(at)).format('H:mm:ss')}
        />
      ))}
    </section>
  )
}
