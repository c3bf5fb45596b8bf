import { documentLimits } from '@domain/knowledge/document'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { RosterNames } from '@/rooms/RosterNames'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { sayDepartments } from '../../documentWords'

interface DepartmentsProps {
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** What the roster has, the largest first; what is chosen and there no more stands above them, to be taken away. */
function Choices({ chosen, onChange }: DepartmentsProps) {
  const query = useQueryOf(api.knowledge.listDepartments, {})
  const all = query.data?.departments
  const gone = chosen.filter(name => !all?.some(one => one.name === name))
  const turn = (name: string) => {
    if (chosen.includes(name)) return onChange(chosen.filter(one => one !== name))
    if (chosen.length < documentLimits.departmentsMax) return onChange([...chosen, name])
    toast.show(`最多选 ${documentLimits.departmentsMax} 个部门`)
  }
  return (
    <RosterNames
      query={query}
      all={all}
      nameOf={({ name }) => name}
      placeholder="找部门"
      chosen={chosen}
      first={gone.map(name => ({ name, people: 0 }))}
      row={({ name, people }) => {
        const isOn = chosen.includes(name)
        return (
          <ListRow
            title={name}
            meta={people > 0 ? `${people} 人` : '名单里没有这个部门了'}
            end={isOn ? <Icon name="check" /> : null}
            chevron={false}
            label={isOn ? `${name}，已选` : name}
            onTap={() => turn(name)}
          />
        )
      }}
    />
  )
}

/** Whose the document is: everybody's, or some departments' that the roster has. */
export function Departments({ chosen, onChange }: DepartmentsProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Card padding="none">
        <ListRow
          lead="people"
          title={chosen.length > 0 ? sayDepartments(chosen) : '所有同事'}
          meta={chosen.length > 0 ? '只有这些部门的同事看得到' : '给谁看，可以只给几个部门'}
          onTap={() => setOpen(true)}
        />
      </Card>
      <Sheet
        open={open}
        title="给哪些部门看"
        onClose={() => setOpen(false)}
        note={`一个都不选，就是所有同事；最多选 ${documentLimits.departmentsMax} 个`}
        action={
          <Button block onTap={() => setOpen(false)}>
            {chosen.length > 0 ? `就这 ${chosen.length} 个部门` : '给所有同事'}
          </Button>
        }
      >
        <Choices chosen={chosen} onChange={onChange} />
      </Sheet>
    </>
  )
}
