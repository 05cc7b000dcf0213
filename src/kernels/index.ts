export { apart } from './apart';
export { assign } from './assign';
export { look } from './look';
export { marks } from './marks';
export { nearer } from './nearer';
export { encode } from './encode';
export { records } from './records';
export { numbers } from './numbers';
