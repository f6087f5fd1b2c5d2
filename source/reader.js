// The thread that reads: an entry of its own, which has Node keep its compiled code as well.
import { keepCompiledCode } from './compile-cache.js';

await keepCompiledCode();
const { serve } = await import('./session/reading/serve.ts');
serve();
