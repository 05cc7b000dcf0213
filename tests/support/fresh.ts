// Runs before each file of tests: most files share one copy of the modules, and with it what a module remembers.
import { usePlainKernels } from '../../src/engine/kernels/room';
import { useLocale } from '../../src/ui/text/format';

usePlainKernels(false);
useLocale('en-GB');
