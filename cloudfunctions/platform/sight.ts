/**
 * What one reader is shown of documents: a projection, made with an expression that stands for the reader's employee
 * number. It cuts what is kept of many people to the reader's own in the database, and is no request of its own.
 */
export type Sight = (reader: unknown) => Record<string, unknown>
