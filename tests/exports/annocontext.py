"""What the context of the Web Annotation Data Model says of the terms that we write, for readers of JSON-LD.

From the vocabulary's published context (https://www.w3.org/ns/anno.jsonld): each term with its address, and
what its values are. It stands here since no test goes to the network.
"""

from typing import Any

ADDRESS = "http://www.w3.org/ns/anno.jsonld"


def _node(address: str) -> dict[str, str]:
    return {"@type": "@id", "@id": address}


CONTEXT: dict[str, Any] = {
    "@context": {
        "oa": "http://www.w3.org/ns/oa#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "schema": "http://schema.org/",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "Text": "dctypes:Text",
        "SpecificResource": "oa:SpecificResource",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TimeState": "oa:TimeState",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "linking": "oa:linking",
        "body": _node("oa:hasBody"),
        "target": _node("oa:hasTarget"),
        "source": _node("oa:hasSource"),
        "selector": _node("oa:hasSelector"),
        "state": _node("oa:hasState"),
        "cached": _node("oa:cachedSource"),
        "creator": _node("dcterms:creator"),
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "partOf": _node("as:partOf"),
        "first": _node("as:first"),
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "format": "dc:format",
        "language": "dc:language",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "name": "foaf:name",
        "label": "rdfs:label",
        "sourceDate": {"@type": "xsd:dateTime", "@id": "oa:sourceDate"},
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
        "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
        "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    }
}

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix as: <http://www.w3.org/ns/activitystreams#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/shapes#> .

:Annotation a sh:NodeShape ; sh:targetClass oa:Annotation ;
  sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:in ( oa:linking ) ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] .

:Target a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] ;
  sh:property [ sh:path oa:hasSelector ; sh:qualifiedMinCount 1 ;
    sh:qualifiedValueShape [ sh:class oa:TextQuoteSelector ] ] ;
  sh:property [ sh:path oa:hasSelector ; sh:qualifiedMinCount 1 ;
    sh:qualifiedValueShape [ sh:class oa:TextPositionSelector ] ] ;
  sh:property [ sh:path oa:hasState ; sh:maxCount 1 ; sh:class oa:TimeState ] .

:Quote a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] ;
  sh:property [ sh:path oa:prefix ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
  sh:property [ sh:path oa:suffix ; sh:maxCount 1 ; sh:datatype xsd:string ] .

:Position a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ;
    sh:lessThan oa:end ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .

:State a sh:NodeShape ; sh:targetClass oa:TimeState ;
  sh:property [ sh:path oa:sourceDate ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] .

:Collection a sh:NodeShape ; sh:targetClass as:OrderedCollection ;
  sh:property [ sh:path as:totalItems ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path as:first ; sh:minCount 1 ; sh:class as:OrderedCollectionPage ] .

:Page a sh:NodeShape ; sh:targetClass as:OrderedCollectionPage ;
  sh:property [ sh:path as:partOf ; sh:minCount 1 ; sh:class as:OrderedCollection ] ;
  sh:property [ sh:path as:items ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
"""What the model says must be there, as far as we write it, and what we say ourselves: two selectors each."""
