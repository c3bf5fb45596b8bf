import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { ledgerLine, type Template, type TemplateState, templateWords } from '../../templateWords'

interface LedgerProps {
  templates: readonly TemplateState[]
  onAsk: (templates: Template[]) => void
}

/** What was accepted of each message, what went out, and what is left; WeChat itself tells nobody. */
export function Ledger({ templates, onAsk }: LedgerProps) {
  // An older app meets messages that it has no words for.
  const known = templates.filter(({ name }) => name in templateWords)
  return (
    <Card padding="none">
      {known.map(template => (
        <ListRow
          key={template.name}
          plain
          title={templateWords[template.name].name}
          meta={ledgerLine(template)}
          end={
            <View className="settings__left">
              <View className={`t14 nowrap${template.left === 0 ? ' secondary' : ' medium'}`}>
                还剩 {template.left}
              </View>
              <Button
                kind="secondary"
                size="small"
                label={`${templateWords[template.name].name}，再加一次`}
                onTap={() => onAsk([template.name])}
              >
                加一次
              </Button>
            </View>
          }
        />
      ))}
    </Card>
  )
}
