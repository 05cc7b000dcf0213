import * as v from 'valibot';
import type { AiAnswer } from '../ai-answer';

/** What an AI said, as it stands in a session file. */
const AnswerSchema = v.object({
  id: v.string(),
  when: v.number(),
  chart: v.string(),
  to: v.string(),
  model: v.string(),
  prompt: v.string(),
  pieces: v.array(v.object({ text: v.string(), ours: v.optional(v.boolean()) })),
  whole: v.boolean(),
  sizes: v.array(v.number()),
});

/** Absent in files of before, and where no AI was asked. */
export const AnswersSchema = v.optional(v.array(AnswerSchema));

/** The part of a state or a description that holds them; nothing where there are none. */
export const withAnswers = ({ answers = [] }: { answers?: readonly AiAnswer[] | undefined }) =>
  answers.length > 0 ? { answers } : {};
