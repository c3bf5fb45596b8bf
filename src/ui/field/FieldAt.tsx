import { At, type AtProps } from './At'
import { Field, type FieldProps } from './Field'

/** A part of a form that is one field, which says itself what is wrong with it. */
export function FieldAt({ path, problems, ...field }: Omit<AtProps, 'children'> & FieldProps) {
  return (
    <At path={path} problems={problems}>
      {wrong => <Field {...field} {...wrong} />}
    </At>
  )
}
