import type { AuditFilter, ExportView } from '@domain/access/auditContract'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { openSheet } from './openSheet'

/** Often enough to see it move; each look makes a slice. */
const LOOK_MS = 800

export interface ExportBarProps {
  source: ExportView['source']
  filter?: AuditFilter
  /** What would be in the file. */
  words: string
}

function sayMade({ state, rows, cut, percent }: ExportView): string {
  if (state === 'failed') return '没做成，再导一次试试'
  if (state === 'running') return `已写 ${rows} 条 · ${percent}%`
  return cut ? `只有前 ${rows} 条，其余的放不下；留 7 天` : `${rows} 条，留 7 天`
}

/** Asks for the file and looks after it until it is ready; who leaves finds the timer has gone on. */
export function ExportBar({ source, filter = {}, words }: ExportBarProps) {
  const [made, setMade] = useState<ExportView>()
  const look = useCommand(api.access.continueExport, { onDone: setMade })
  const ask = useCommand(api.access.requestExport, {
    onDone: ({ exportId }) => void look.run({ exportId }),
  })
  const { run } = look
  useEffect(() => {
    if (made?.state !== 'running') return
    const timer = setTimeout(() => void run({ exportId: made.exportId }), LOOK_MS)
    return () => clearTimeout(timer)
  }, [made, run])
  const url = made?.url ?? null
  return (
    <Card>
      <View className="row row--between gap-12">
        <View className="t14 grow" aria-live="polite">
          {made ? sayMade(made) : words}
        </View>
        {url ? (
          <Button size="small" onTap={() => openSheet(url)}>
            打开表格
          </Button>
        ) : (
          <Button
            kind="secondary"
            size="small"
            disabled={made?.state === 'running'}
            onTap={() => ask.run({ source, filter })}
          >
            导出
          </Button>
        )}
      </View>
    </Card>
  )
}
