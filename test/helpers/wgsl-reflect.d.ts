/** The package's types belong to its main entry, which Node cannot load; this one it can. */
declare module "wgsl_reflect/wgsl_reflect.module.js" {
  export * from "wgsl_reflect";
}
