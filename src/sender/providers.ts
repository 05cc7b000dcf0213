import { anthropic } from './anthropic';
import { chatCompletions } from './chat-completions';
import { google } from './google';
import { openai } from './openai';
import type { Protocol } from './question';

export interface Provider {
  /** As a person knows it. */
  name: string;
  protocol: Protocol;
  /** Where it is reached, up to the version. */
  address: string;
  /** Whether the person may write another address; the document's own policy says which are possible. */
  ownAddress: boolean;
  /** A model that reads pictures; the person may write another. */
  model: string;
  key: 'needed' | 'if-asked-for';
}

/** By the name of the sender's document: `ai-openai.html` and so on. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: {
    name: 'OpenAI',
    protocol: openai,
    address: 'https://api.openai.com/v1',
    ownAddress: false,
    model: 'gpt-5.4-mini',
    key: 'needed',
  },
  anthropic: {
    name: 'Anthropic',
    protocol: anthropic,
    address: 'https://api.anthropic.com/v1',
    ownAddress: false,
    model: 'claude-sonnet-5',
    key: 'needed',
  },
  google: {
    name: 'Google',
    protocol: google,
    address: 'https://generativelanguage.googleapis.com/v1beta',
    ownAddress: false,
    model: 'gemini-flash-latest',
    key: 'needed',
  },
  local: {
    name: 'the model on this computer',
    protocol: chatCompletions,
    address: 'http://localhost:11434/v1',
    ownAddress: true,
    model: 'gemma3',
    key: 'if-asked-for',
  },
  compatible: {
    name: 'the service set up here',
    protocol: chatCompletions,
    address: '',
    ownAddress: true,
    model: '',
    key: 'if-asked-for',
  },
};
