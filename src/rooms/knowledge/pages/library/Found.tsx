import { findTerms } from '@domain/knowledge/termSearch'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { api, useQueryOf } from '@/api'
import { Card } from '@/ui/card/Card'
import { useSettled } from '@/ui/field/useSettled'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { DocumentRow } from '../../DocumentRow'
import { TermRow } from '../../TermRow'
import type { Term } from '../../useGlossary'
import { AskForWord } from './Glossary'

const TERMS_SHOWN = 30

/** What answers to what was typed: words at once and without a network, documents once the fingers rest. */
export function Found({ terms, typed }: { terms: readonly Term[]; typed: string }) {
  const words = useMemo(() => findTerms(terms, typed).slice(0, TERMS_SHOWN), [terms, typed])
  const text = useSettled(typed)
  const { data, isFetching } = useQueryOf(
    api.knowledge.findDocuments,
    { text },
    { enabled: text !== '', kept: false },
  )
  const documents = data?.documents ?? []
  const isNothing = words.length === 0 && documents.length === 0 && !isFetching && text === typed
  return (
    <View className="pad" aria-live="polite">
      {words.length > 0 ? (
        <>
          <SectionHeader title="词" />
          <Card padding="none">
            <View className="library__group">
              {words.map(term => (
                <TermRow key={term.termId} term={term} />
              ))}
            </View>
          </Card>
        </>
      ) : null}
      {documents.length > 0 ? (
        <>
          <SectionHeader title="文件" />
          <Card padding="none">
            {documents.map(document => (
              <DocumentRow key={document.documentId} document={document} />
            ))}
          </Card>
        </>
      ) : null}
      {isNothing ? (
        <View className="library__none">没有找到「{typed}」，少写几个字，或者用拼音试试</View>
      ) : null}
      <View className="mt-16">
        <AskForWord />
      </View>
    </View>
  )
}
