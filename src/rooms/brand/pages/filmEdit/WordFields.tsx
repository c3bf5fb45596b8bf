import { filmLimits } from '@domain/brand/film'
import { Field } from '@/ui/field/Field'
import { FieldPair } from '@/ui/field/FieldPair'
import type { FilmDraft } from '../../filmDraft'

interface WordFieldsProps {
  draft: FilmDraft
  change: (part: Partial<FilmDraft>) => void
}

/** What it is called and about, of which year, and how long. */
export function WordFields({ draft, change }: WordFieldsProps) {
  return (
    <>
      <Field
        label="标题"
        value={draft.title}
        maxLength={filmLimits.titleMax}
        placeholder="一条安全带"
        onChange={title => change({ title })}
      />
      <Field
        label="讲什么"
        multiline
        value={draft.summary}
        maxLength={filmLimits.summaryMax}
        onChange={summary => change({ summary })}
      />
      <FieldPair>
        <Field
          label="讲的哪一年"
          type="number"
          value={draft.year}
          maxLength={4}
          placeholder="1959"
          onChange={year => change({ year })}
        />
        <Field
          label="片长"
          value={draft.length}
          maxLength={8}
          placeholder="4:05"
          onChange={length => change({ length })}
        />
      </FieldPair>
    </>
  )
}
