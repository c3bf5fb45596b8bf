/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'react'
import { errorCatalogue } from '../../domain/kernel/errors'
import {
  type DemoPerson,
  type Invocation,
  type PhoneCall,
  readCloudUrl,
  readPhoneCall,
  replay,
} from './cloud'
import { Json } from './Json'
import { LedgerEntries, movedCoins } from './LedgerEntries'

const INDENT = 2

/** What an error code means: who can do something about it, and what the person read. */
function Failure({ code }: { code: string }) {
  const known = Object.entries(errorCatalogue).find(([name]) => name === code)
  return <pre className="json log__bad">{JSON.stringify({ code, ...known?.[1] }, null, INDENT)}</pre>
}

function Requests({ call }: { call: Invocation }) {
  return call.databaseRequests.map((request, index) => (
    // A call's requests never change their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <p key={index} className={`mono ${request.scan ? 'log__bad' : ''}`}>
      {request.action.replace('database.', '')} {request.collection ?? ''}{' '}
      <span className="meta">
        {request.index ? `${request.index} · ${request.scanned}→${request.returned}` : ''}{' '}
        {request.durationMs.toFixed(1)} ms
      </span>
    </p>
  ))
}

function usePhoneCall({ requestId, finished }: Invocation): PhoneCall | undefined {
  const [sent, setSent] = useState<PhoneCall>()
  useEffect(() => {
    if (requestId !== null && finished) readPhoneCall(requestId).then(setSent, () => undefined)
  }, [requestId, finished])
  return sent
}

/** One call from all sides: its database requests, what was said and heard, and the means to do it again. */
export function CallDetail({ call, people }: { call: Invocation; people: DemoPerson[] }) {
  const sent = usePhoneCall(call)
  const [again, setAgain] = useState<unknown>()
  const [isLedgerOpen, setIsLedgerOpen] = useState(false)
  const place = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows by what was said and heard
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'nearest' })
  }, [sent])
  return (
    <article ref={place} className="detail">
      <header className="panel__head">
        <strong>
          {call.function}.{call.procedure}
        </strong>
        <span className="meta">requestId {call.requestId ?? '—'}</span>
      </header>
      {call.errorCode && <Failure code={call.errorCode} />}
      <Requests call={call} />
      {movedCoins(call) && (
        <button type="button" className="link" onClick={() => setIsLedgerOpen(!isLedgerOpen)}>
          看账本这一条
        </button>
      )}
      {isLedgerOpen && <LedgerEntries call={call} people={people} />}
      {sent && (
        <>
          <div className="detail__actions">
            <button type="button" className="link" onClick={() => void replay(sent).then(setAgain)}>
              重放
            </button>
            <button type="button" className="link" onClick={() => void copyAsCurl(sent)}>
              复制 curl
            </button>
          </div>
          {again !== undefined && <Json title={`重放的回复，${compare(again, sent.reply)}`} value={again} />}
          <Json title="发出" value={sent.input} />
          <Json title="收到" value={sent.reply} />
        </>
      )}
    </article>
  )
}

const compare = (again: unknown, first: unknown) =>
  JSON.stringify(again) === JSON.stringify(first) ? '和第一次一样' : '和第一次不同'

const quote = (words: string) => `'${words.replace(/'/g, `'\\''`)}'`

async function copyAsCurl({ openid, name, input, requestId }: PhoneCall): Promise<void> {
  const body = JSON.stringify({ name, input, requestId })
  await navigator.clipboard.writeText(
    [
      `curl -s ${await readCloudUrl()}/call`,
      `-H ${quote(`x-openid: ${openid}`)}`,
      `-H 'content-type: application/json'`,
      `-d ${quote(body)}`,
    ].join(' '),
  )
}
