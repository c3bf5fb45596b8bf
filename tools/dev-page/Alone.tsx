/// <reference lib="dom" />
import { useState } from 'react'
import { ClockPanel } from './ClockPanel'
import type { DemoPerson } from './cloud'
import { PeoplePanel } from './PeoplePanel'
import { StrangerHint } from './StrangerHint'

interface Props {
  people: DemoPerson[]
  openid: string
  /** Grows each time the mini program shall be opened anew. */
  opened: number
  onChoose(openid: string): void
  /** The clock was set. */
  onTime(): void
}

/** A window no wider than a phone: the mini program fills it, under a line that says whose phone this is. */
export function Alone({ people, openid, opened, onChoose, onTime }: Props) {
  const [isChoosing, setIsChoosing] = useState(false)
  const me = people.find(person => person.openid === openid)
  const choose = (next: string) => {
    setIsChoosing(false)
    onChoose(next)
  }
  return (
    <div className="alone">
      <header className="strip">
        <span className="badge">演示</span>
        <div className="strip__who">
          {me?.employeeId === null && !isChoosing ? (
            <StrangerHint key={openid} />
          ) : (
            <strong>{me?.name ?? ''}</strong>
          )}
        </div>
        <button
          type="button"
          className="link"
          aria-expanded={isChoosing}
          onClick={() => setIsChoosing(!isChoosing)}
        >
          {isChoosing ? '收起' : '换个人或时间'}
        </button>
      </header>
      {isChoosing && (
        <div className="strip__people">
          <ClockPanel onChange={onTime} />
          <PeoplePanel people={people} openid={openid} onChoose={choose} />
        </div>
      )}
      <iframe key={`${openid}/${opened}`} className="alone__screen" title="沃社区" src="/app/" />
    </div>
  )
}
