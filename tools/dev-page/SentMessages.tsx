import { inChina } from '../../domain/kernel/time'
import type { TemplateName } from '../../domain/notice/kinds'
import { cloud, type DemoPerson, type Sent } from './cloud'
import { messageTitles } from './messageTitles'
import { usePolled } from './usePolled'

const readOutbox = (after: number): Promise<Sent[]> => cloud.outbox(after)

function isMessage({ api }: Sent): boolean {
  return api.includes('subscribeMessage')
}

function recipientOf(message: Sent, people: DemoPerson[]): string {
  return people.find(person => person.openid === message.openid)?.name ?? '同事'
}

/** A template that has an id of its own here is called as WeChat calls every message of its kind. */
function titleOf({ data }: Sent): string {
  const template = data.templateId ?? data.template_id ?? ''
  return messageTitles[template as TemplateName] ?? '服务通知'
}

/** 发出去的消息: subscribe messages as WeChat would deliver them. */
export function SentMessages({ people }: { people: DemoPerson[] }) {
  const { rows, clear } = usePolled(readOutbox)
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
      {messages.length === 0 && (
        <p className="meta">还没有。申请入会、批准或发货之后，微信会送达的消息出现在这里。</p>
      )}
      {messages.map(message => {
        const values = Object.values(message.data.data ?? {}).map(({ value }) => value)
        return (
          <article key={message.id} className="message">
            <p className="meta">
              <span className="badge">订阅消息</span> 给 {recipientOf(message, people)}
              <time>{inChina(Date.parse(message.at)).format('H:mm:ss')}</time>
            </p>
            <strong>{titleOf(message)}</strong>
            <p className="meta">{values.join(' · ')}</p>
          </article>
        )
      })}
    </section>
  )
}
