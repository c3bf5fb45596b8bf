import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { SearchField } from '@/ui/searchField/SearchField'
import { SectionHeader } from '@/ui/section/SectionHeader'

interface ChoicesProps {
  offices: Output<typeof api.identity.previewLeaving>['offices']
  chosen: Record<string, string | null>
  onChoose: (associationId: string, toEmployeeId: string | null) => void
}

type Successor = ChoicesProps['offices'][number]['successors'][number]

/** So many are looked through at a glance; among more one is looked for. */
const AT_A_GLANCE = 9

/** Whoever is chosen stays in sight, whatever is typed. */
function shownOf(successors: readonly Successor[], typed: string, chosen: string | null | undefined) {
  const words = typed.trim().toLowerCase()
  const found = successors.filter(({ name, department, employeeId }) =>
    [name, department, employeeId.toLowerCase()].some(text => text.includes(words)),
  )
  const near = found.slice(0, AT_A_GLANCE)
  const kept = successors.filter(one => one.employeeId === chosen && !near.includes(one))
  return { shown: [...kept, ...near], more: found.length - near.length }
}

interface SuccessorsProps {
  successors: readonly Successor[]
  chosen: string | null | undefined
  onChoose: (toEmployeeId: string | null) => void
}

/** The members of one association, found by name, department or number where they are many. */
function Successors({ successors, chosen, onChoose }: SuccessorsProps) {
  const [typed, setTyped] = useState('')
  const { shown, more } = shownOf(successors, typed, chosen)
  return (
    <>
      {successors.length > AT_A_GLANCE ? (
        <View className="leaving__search">
          <SearchField value={typed} placeholder={`在 ${successors.length} 位会员里找`} onChange={setTyped} />
        </View>
      ) : null}
      <View className="leaving__successors">
        {shown.map(({ employeeId, name, department }) => (
          <Checkbox
            key={employeeId}
            shape="round"
            checked={chosen === employeeId}
            onChange={() => onChoose(employeeId)}
          >
            {name} · {department}
          </Checkbox>
        ))}
        <Checkbox shape="round" checked={chosen === null} onChange={() => onChoose(null)}>
          先空着
        </Checkbox>
      </View>
      <View className="t12 secondary leaving__note" aria-live="polite">
        {shown.length === 0
          ? `会员里没有「${typed.trim()}」`
          : more > 0
            ? `还有 ${more} 位，输入姓名找`
            : null}
      </View>
    </>
  )
}

/** Who follows in each association: a member, or nobody for now. */
export function Choices({ offices, chosen, onChoose }: ChoicesProps) {
  return offices.map(({ associationId, name, successors }) => (
    <Card key={associationId} padding="none">
      <SectionHeader title={`${name}的会长交给谁`} />
      <Successors
        successors={successors}
        chosen={chosen[associationId]}
        onChoose={toEmployeeId => onChoose(associationId, toEmployeeId)}
      />
    </Card>
  ))
}
