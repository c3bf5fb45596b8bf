/// <reference lib="dom" />
import { useEffect, useState } from 'react'
import { type Role, roles as roleTable } from '../../domain/access/roles'
import type { DemoPerson } from './cloud'
import { StrangerHint } from './StrangerHint'

/** How many people stand in the list before it is unfolded. */
const FOLDED = 5

interface Props {
  people: DemoPerson[]
  openid: string
  onChoose(openid: string): void
}

/** 摄影社会长: a role with what it is limited to, where that has a name. */
function callRole(role: string, scopes: DemoPerson['scopes']): string {
  return `${(scopes[role] ?? []).join('、')}${roleTable[role as Role]?.zh ?? role}`
}

function describe({ roles, scopes, department, site, employeeId }: DemoPerson): string {
  if (employeeId === null) return '微信还没登记'
  if (roles.length > 0) return roles.map(role => callRole(role, scopes)).join(' · ')
  return ['员工', site, department].filter(Boolean).join(' · ')
}

/** One of each kind stands in the first screen: a president, a plain employee, all of the back office, a stranger. */
const FIRST = ['demo-linxiaochuan', 'demo-suyutong', 'demo-wangyanqiu', 'demo-zhaoqiming']

const isStranger = ({ employeeId }: DemoPerson) => employeeId === null

function inOrder(people: DemoPerson[]): DemoPerson[] {
  const rank = (person: DemoPerson) => {
    if (isStranger(person)) return FIRST.length
    const place = FIRST.indexOf(person.openid)
    return place < 0 ? FIRST.length + 1 : place
  }
  return [...people].sort((a, b) => rank(a) - rank(b))
}

/** 我是谁: choose whom the phone belongs to. Digits choose as well. */
export function PeoplePanel({ people, openid, onChoose }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const ordered = inOrder(people)
  const shown = ordered.filter((person, index) => isOpen || index < FOLDED || person.openid === openid)

  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      const person = target instanceof HTMLInputElement ? undefined : shown[Number(key) - 1]
      if (person) onChoose(person.openid)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [shown, onChoose])

  return (
    <section>
      <h2>我是谁</h2>
      {shown.map((person, index) => (
        <button
          type="button"
          key={person.openid}
          className={`person ${person.openid === openid ? 'person--on' : ''}`}
          aria-pressed={person.openid === openid}
          onClick={() => onChoose(person.openid)}
        >
          <span className="person__face" aria-hidden>
            {person.name.slice(0, 1)}
          </span>
          <span className="person__text">
            <strong>{person.name}</strong>
            <span className="meta">{describe(person)}</span>
          </span>
          <span className="meta">{person.openid === openid ? '✓' : index < 9 ? index + 1 : ''}</span>
        </button>
      ))}
      {people.some(person => isStranger(person) && person.openid === openid) && <StrangerHint key={openid} />}
      {people.length > FOLDED && (
        <button type="button" className="link" onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? '收起' : `全部 ${people.length} 位`}
        </button>
      )}
    </section>
  )
}
