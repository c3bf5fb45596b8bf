/// <reference lib="dom" />
import { useEffect, useState } from 'react'
import { type Role, roles as roleTable } from '../../domain/access/roles'
import type { DemoPerson } from './cloud'
import { StrangerHint } from './StrangerHint'

/** How many people stand in the list before it is unfolded. */
const FOLDED = 5

const KEYS = 9

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

/** Who stands in the list while it is folded: the first of each kind, under whoever was chosen from all. */
function folded(ordered: DemoPerson[], openid: string): DemoPerson[] {
  const first = ordered.slice(0, FOLDED)
  return [...ordered.slice(FOLDED).filter(person => person.openid === openid), ...first]
}

function isSought(person: DemoPerson, words: string): boolean {
  const said = [person.name, person.employeeId, describe(person), person.department, person.site].join(' ')
  return said.toLowerCase().includes(words.trim().toLowerCase())
}

/** 我是谁: choose whom the phone belongs to. Digits choose as well. */
export function PeoplePanel({ people, openid, onChoose }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const ordered = inOrder(people)
  const [sought, setSought] = useState('')
  const shown = isOpen ? ordered.filter(person => isSought(person, sought)) : folded(ordered, openid)
  const unfold = (isNext: boolean) => {
    setIsOpen(isNext)
    setSought('')
  }

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
      <header className="panel__head">
        <h2>我是谁</h2>
        {people.length > FOLDED && (
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => unfold(!isOpen)}>
            {isOpen ? '收起' : `全部 ${people.length} 位`}
          </button>
        )}
      </header>
      {isOpen && (
        <input
          type="search"
          className="filter"
          aria-label="找人"
          placeholder="名字、编号、部门或角色"
          value={sought}
          onChange={event => setSought(event.target.value)}
        />
      )}
      <div className={`people ${isOpen ? 'people--open' : ''}`}>
        {shown.map((person, index) => (
          <Person
            key={person.openid}
            person={person}
            isOn={person.openid === openid}
            digit={index + 1}
            onTap={() => {
              unfold(false)
              onChoose(person.openid)
            }}
          />
        ))}
        {people.length > 0 && shown.length === 0 && <p className="meta">没有找到</p>}
      </div>
      {people.some(person => isStranger(person) && person.openid === openid) && <StrangerHint key={openid} />}
    </section>
  )
}

interface PersonProps {
  person: DemoPerson
  isOn: boolean
  /** Which place it has in the list: up to nine it is a key. */
  digit: number
  onTap(): void
}

function Person({ person, isOn, digit, onTap }: PersonProps) {
  return (
    <button
      type="button"
      className={`person ${isOn ? 'person--on' : ''}`}
      aria-pressed={isOn}
      onClick={onTap}
    >
      <span className="person__face" aria-hidden>
        {person.name.slice(0, 1)}
      </span>
      <span className="person__text">
        <strong>{person.name}</strong>
        <span className="meta">{describe(person)}</span>
      </span>
      <span className="meta">{isOn ? '✓' : digit <= KEYS ? digit : ''}</span>
    </button>
  )
}
